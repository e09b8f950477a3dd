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
    const { client } = await somebody(api);
    const add = async (value: string): Promise<string | undefined> =>
      (await client.POST('/v1/user/interests', { body: { value } })).data?.data.tagId;
    const tagId = (await add('Payments')) ?? '';
    await add('approvals');
    expect(await add(' payments ')).toBe(tagId);
    const { data } = await client.GET('/v1/user/interests');
    expect(data?.data.items).toMatchObject([
      { tagId, value: 'payments', kind: 'interest', source: 'manual', strength: 1 },
      { value: 'approvals' },
    ]);
    const one = { params: { path: { tagId } } };
    const removed = await client.DELETE('/v1/user/interests/{tagId}', one);
    expect(removed.data?.data).toEqual({ tagId });
    const again = await client.DELETE('/v1/user/interests/{tagId}', one);
    expect(again.error?.code).toBe(404036);
  });

  it('are used when the person says so', async () => {
    const { client, call } = await somebody(api);
    const path = '/v1/user/interests/settings';
    const enabled = async (): Promise<boolean | undefined> =>
      (await client.GET(path)).data?.data.enabled;
    expect(await enabled()).toBe(false);
    const set = await client.PUT(path, { body: { enabled: true } });
    expect(set.data?.data).toEqual({ enabled: true });
    expect(await enabled()).toBe(true);
    expect((await call('PUT', path, {})).body.details).toMatchObject([{ field: 'enabled' }]);
  });
});

describe('onboarding', () => {
  it('asks, keeps the answers and is over', async () => {
    const { client, userId } = await somebody(api);
    const query = { params: { query: { scope: 'user' as const } } };
    const questions = await client.GET('/v1/onboarding/questions', query);
    expect(questions.data?.data.items[0]).toMatchObject({ id: 'purpose', questionOrder: 1 });
    const status = async (): Promise<object | undefined> =>
      (await client.GET('/v1/onboarding/status')).data?.data;
    expect(await status()).toEqual({ onboardingCompleted: false });
    const answer = { questionId: 'purpose', responseType: 'text', responseData: { text: 'x' } };
    const body = { responses: [answer, answer] };
    const sent = await client.POST('/v1/onboarding/responses', { body });
    expect(sent.response.status).toBe(200);
    expect(await status()).toMatchObject({ onboardingCompleted: true });
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
