import { AuthSettings } from '../../src/auth/auth-settings';
import { somebody } from '../support/people';
import { AbsentEngine } from './absent-engine';
import { startApi, type TestApi } from './start-api';

let api: TestApi;
beforeAll(async () => {
  api = await startApi(new AbsentEngine(), { auth: new AuthSettings('open') });
});
afterAll(() => api.close());

describe('interests', () => {
  it('are added once each, listed and removed', async () => {
    const { call } = await somebody(api);
    const add = (value: string) => call('POST', '/v1/user/interests', { value });
    const { tagId } = (await add('Payments')).body.data as { tagId: string };
    await add('approvals');
    expect((await add(' payments ')).body.data).toEqual({ tagId });
    const { body } = await call('GET', '/v1/user/interests');
    expect(body.data.items).toMatchObject([
      { tagId, value: 'payments', kind: 'interest', source: 'manual', strength: 1 },
      { value: 'approvals' },
    ]);
    expect((await call('DELETE', `/v1/user/interests/${tagId}`)).body.data).toEqual({ tagId });
    expect((await call('DELETE', `/v1/user/interests/${tagId}`)).body.code).toBe(404036);
  });

  it('are used when the person says so', async () => {
    const { call } = await somebody(api);
    const path = '/v1/user/interests/settings';
    expect((await call('GET', path)).body.data).toEqual({ enabled: false });
    expect((await call('PUT', path, { enabled: true })).body.data).toEqual({ enabled: true });
    expect((await call('GET', path)).body.data).toEqual({ enabled: true });
    expect((await call('PUT', path, {})).body.details).toMatchObject([{ field: 'enabled' }]);
  });
});

describe('onboarding', () => {
  it('asks, keeps the answers and is over', async () => {
    const { call, userId } = await somebody(api);
    const questions = await call('GET', '/v1/onboarding/questions?scope=user');
    expect(questions.body.data.items[0]).toMatchObject({ id: 'purpose', questionOrder: 1 });
    expect((await call('GET', '/v1/onboarding/status')).body.data).toEqual({
      onboardingCompleted: false,
    });
    const answer = { questionId: 'purpose', responseType: 'text', responseData: { text: 'x' } };
    const path = '/v1/onboarding/responses';
    expect((await call('POST', path, { responses: [answer, answer] })).status).toBe(200);
    const status = await call('GET', '/v1/onboarding/status');
    expect(status.body.data).toMatchObject({ onboardingCompleted: true });
    const kept = 'SELECT question_id, response_data FROM user_answers WHERE user_id = $1';
    expect(await api.dataSource.query(kept, [userId])).toEqual([
      { question_id: 'purpose', response_data: { text: 'x' } },
    ]);
  });

  it.each([
    [{}, 'responses'],
    [{ responses: [] }, 'responses'],
    [{ responses: ['x'] }, 'responses.0'],
    [{ responses: [{ questionId: '__proto__' }] }, 'responses.0.questionId'],
    [{ responses: [{ questionId: 'purpose' }] }, 'responses.0.responseType'],
    [
      { responses: [{ questionId: 'purpose', responseType: 'text', responseData: [] }] },
      'responses.0.responseData',
    ],
  ])('refuses %j', async (body, field) => {
    const { call } = await somebody(api);
    const answer = await call('POST', '/v1/onboarding/responses', body);
    expect(answer).toMatchObject({ status: 400, body: { details: [{ field }] } });
  });

  it('needs a scope to ask', async () => {
    const answer = await api.call('GET', '/v1/onboarding/questions');
    expect(answer.body.details).toMatchObject([{ field: 'scope' }]);
  });
});
