import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { Json, JsonObject } from '../definition/json';
import type { Action } from './action';
import { createCatalog } from './catalog';

const { catalog, actions } = createCatalog();
const ajv = addFormats(
  new Ajv({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
    verbose: true,
  }),
);

/** What is wrong with a value. An expression may stand for any value until it is resolved. */
function problems(schema: JsonObject, value: Json): unknown[] {
  const validate = ajv.compile(schema);
  validate(value);
  return (validate.errors ?? []).filter(
    ({ data }) => !(typeof data === 'string' && data.includes('{{')),
  );
}

it('has the actions of the main job', () => {
  expect([...actions.keys()]).toEqual([
    'http-request',
    'send-webhook',
    'db-query',
    'code-transform',
    'regex',
    'format',
  ]);
  for (const [type, { spec }] of actions) expect(catalog.get(type)).toBe(spec);
});

describe.each([...catalog.values()].map((spec) => [spec.type, spec] as const))(
  '%s',
  (_type, spec) => {
    it('has an example whose payload and result fit its schemas', () => {
      expect(problems(spec.payloadSchema, spec.example.payload)).toEqual([]);
      expect(problems(spec.resultSchema, spec.example.result)).toEqual([]);
    });

    it('has texts', () => {
      expect(spec.title).not.toBe('');
      expect(spec.description).toMatch(/\.$/);
      expect(spec.tags.length).toBeGreaterThan(0);
    });
  },
);

describe('actions of an operator', () => {
  const own = (spec: Partial<Action['spec']>): Action => ({
    spec: {
      type: 'acme-ping',
      title: 'Ping',
      description: 'Pings.',
      category: 'Utility',
      tags: ['acme'],
      execution: 'activity',
      payloadSchema: { type: 'object' },
      resultSchema: {},
      behaviour: { sideEffects: false },
      example: { payload: {}, result: null },
      ...spec,
    },
    run: () => Promise.resolve('pong'),
  });

  it('are added', () => {
    const ping = own({});
    const extended = createCatalog([ping]);
    expect(extended.actions.get('acme-ping')).toBe(ping);
    expect(extended.catalog.get('acme-ping')).toBe(ping.spec);
  });

  it.each([
    ['http-request', 'There are two node types named "http-request"'],
    ['if', 'There are two node types named "if"'],
    ['trigger-workflow', 'There are two node types named "trigger-workflow"'],
    ['settle-attempt', 'There are two node types named "settle-attempt"'],
    ['Acme', '"Acme" is no name for an action: use lower case, digits and hyphens'],
  ])('can not be named %s', (type, message) => {
    expect(() => createCatalog([own({ type })])).toThrow(message);
  });

  it('are refused when there are two of a name', () => {
    expect(() => createCatalog([own({}), own({})])).toThrow(
      'There are two node types named "acme-ping"',
    );
  });

  it('are refused when they can not run as they say', () => {
    expect(() => createCatalog([own({ execution: 'inline' })])).toThrow(
      'The action "acme-ping" must run as "activity" or "local"',
    );
    const outside = own({ execution: 'local', behaviour: { sideEffects: true } });
    expect(() => createCatalog([outside])).toThrow(
      'The action "acme-ping" has side effects and must run as "activity"',
    );
  });

  it('are refused with a broken schema', () => {
    expect(() => createCatalog([own({ payloadSchema: { type: 'nonsense' } })])).toThrow(
      'schema is invalid',
    );
  });
});
