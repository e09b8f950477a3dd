import { AuthSettings } from '../../src/auth/auth-settings';
import { join, ownerOfNew, type Somebody } from '../support/people';
import { AbsentEngine } from './absent-engine';
import { type Answer, startApi, type TestApi } from './start-api';

let api: TestApi;
let owner: Somebody & { organizationId: string };
let path: string;
beforeAll(async () => {
  api = await startApi(new AbsentEngine(), { auth: new AuthSettings('open') });
});
beforeEach(async () => {
  owner = await ownerOfNew(api);
  path = `/organizations/${owner.organizationId}/webhook-secret`;
});
afterAll(() => api.close());

const call = (method: string, route = path, person: Somebody = owner): Promise<Answer> =>
  person.call(method, route, method === 'GET' ? undefined : {}, owner.organizationId);

describe('the webhook secret of an organization', () => {
  it('is made once and stays, also when it is asked for at once', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => call('GET')));
    const secrets = new Set(answers.map(({ body }) => body.data.secret as string));
    expect(secrets.size).toBe(1);
    const [{ body } = { body: {} }] = answers;
    expect(body.data.secret).toMatch(/^[\w-]{32}$/);
    expect(body.data.webhookUrl).toBe(
      `${api.url}/v1/orgs/${owner.organizationId}/integrations/webhook`,
    );
  });

  it('is put in the place of the old one', async () => {
    const { secret: old } = (await call('GET')).body.data;
    const { secret } = (await call('POST', `${path}/rotate`)).body.data;
    expect(secret).not.toBe(old);
    expect((await call('GET')).body.data.secret).toBe(secret);
  });

  it('is stored encrypted', async () => {
    const { secret } = (await call('GET')).body.data;
    const rows = await api.dataSource.query<{ sealed: Buffer }[]>(
      'SELECT sealed FROM secrets WHERE organization_id = $1',
      [owner.organizationId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.sealed.includes(secret as string)).toBe(false);
  });

  it('is for owners', async () => {
    const developer = await join(api, owner);
    expect((await call('GET', path, developer)).status).toBe(403);
    expect((await call('POST', `${path}/rotate`, developer)).status).toBe(403);
  });
});
