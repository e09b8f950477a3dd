import type { JsonObject } from '../../definition/json';
import { DefinitionSecrets } from '../../src/secrets/definition-secrets';
import { KeyRotation } from '../../src/secrets/key-rotation';
import { Sealer } from '../../src/secrets/sealer';
import { SecretStore } from '../../src/secrets/secret-store';
import { createRecord, ORGANIZATION, type RecordFixture } from '../support/record';

const OLD = { id: 'old', key: Buffer.alloc(32, 1) };
const NEW = { id: 'new', key: Buffer.alloc(32, 2) };

describe('secrets', () => {
  let fixture: RecordFixture;
  let store: SecretStore;
  let secrets: DefinitionSecrets;

  beforeAll(async () => {
    fixture = await createRecord();
    store = new SecretStore(fixture.pool, new Sealer([OLD]));
    secrets = new DefinitionSecrets(store, () => []);
  });
  afterAll(() => fixture.close());

  const http = (authorization: unknown, cookie: unknown = '{{$trigger.cookie}}'): JsonObject => ({
    nodes: {
      call: { type: 'http-request', payload: { headers: { authorization, cookie } as JsonObject } },
    },
  });
  const reference = (definition: JsonObject): string => {
    const { nodes } = definition as unknown as {
      nodes: { call: { payload: { headers: { authorization: { $secret: string } } } } };
    };
    return nodes.call.payload.headers.authorization.$secret;
  };

  it('are revealed to their organization alone', async () => {
    const [first = '', second = ''] = await store.add(ORGANIZATION, ['one', 'two']);
    expect(first).toMatch(/^sec_\w{22}$/);
    expect(await store.reveal(ORGANIZATION, [second, first, 'sec_none'])).toEqual(
      new Map([
        [first, 'one'],
        [second, 'two'],
      ]),
    );
    expect(await store.reveal('org_other', [first])).toEqual(new Map());
    const row = await fixture.one('SELECT sealed, key_id FROM secrets WHERE id = $1', first);
    expect(row.key_id).toBe('old');
    expect((row.sealed as Buffer).includes('one')).toBe(false);
  });

  it('of the organization itself are not among those that definitions name', async () => {
    const id = 'sec_organization_webhook';
    expect(await store.findOrAdd(ORGANIZATION, id, 'first')).toBe('first');
    await store.replace(ORGANIZATION, id, 'second');
    expect(await store.findOrAdd(ORGANIZATION, id, 'third')).toBe('second');
    expect(await store.reveal(ORGANIZATION, [id])).toEqual(new Map());
  });

  it('are replaced in a definition by references', async () => {
    const sealed = await secrets.sealDefinition(ORGANIZATION, http('Bearer abc'));
    const id = reference(sealed);
    expect(sealed).toEqual(http({ $secret: id }));
    expect(await store.reveal(ORGANIZATION, [id])).toEqual(new Map([[id, 'Bearer abc']]));
    expect(secrets.mask(sealed)).toEqual(http('***'));
  });

  it('stay when an update sends the mask or the same value', async () => {
    const sealed = await secrets.sealDefinition(ORGANIZATION, http('Bearer abc'));
    expect(await secrets.sealDefinition(ORGANIZATION, http('***'), sealed)).toEqual(sealed);
    expect(await secrets.sealDefinition(ORGANIZATION, http('Bearer abc'), sealed)).toEqual(sealed);
  });

  it('change when an update sends another value', async () => {
    const sealed = await secrets.sealDefinition(ORGANIZATION, http('Bearer abc'));
    const changed = await secrets.sealDefinition(ORGANIZATION, http('Bearer xyz', '***'), sealed);
    expect(reference(changed)).not.toBe(reference(sealed));
    expect(await store.reveal(ORGANIZATION, [reference(changed)])).toEqual(
      new Map([[reference(changed), 'Bearer xyz']]),
    );
    expect(changed).toEqual(http({ $secret: reference(changed) }, '***'));
    expect(await store.reveal(ORGANIZATION, [reference(sealed)])).toHaveProperty('size', 1);
  });

  it('are sealed again with a new key, after which the old one is not needed', async () => {
    const [id = ''] = await store.add(ORGANIZATION, ['kept']);
    const rotating = new SecretStore(fixture.pool, new Sealer([NEW, OLD]));
    expect(await rotating.reveal(ORGANIZATION, [id])).toEqual(new Map([[id, 'kept']]));
    const keys = new KeyRotation(fixture.pool, new Sealer([NEW, OLD]));
    const strangers = new KeyRotation(fixture.pool, new Sealer([NEW]));
    expect(await strangers.missingKey()).toBe('old');
    expect(await keys.reseal(10_000)).toBeGreaterThan(0);
    expect(await keys.reseal(10_000)).toBe(0);
    const rotated = new SecretStore(fixture.pool, new Sealer([NEW]));
    expect(await strangers.missingKey()).toBeUndefined();
    expect(await new KeyRotation(fixture.pool, new Sealer([OLD])).missingKey()).toBe('new');
    expect(await rotated.reveal(ORGANIZATION, [id])).toEqual(new Map([[id, 'kept']]));
  });
});
