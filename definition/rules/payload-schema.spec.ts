import type { JsonObject } from '../json';
import { delays } from './delays';
import type { CheckPayload } from './facts';
import { payloadSchema } from './payload-schema';
import { runRules } from './run';
import { definitionOf, toyCatalog, toySpec } from './toy-catalog';

const waitPayloadSchema = { title: 'what a price alert takes' };
const catalog = new Map(toyCatalog).set(
  'price-alert',
  toySpec('price-alert', { execution: 'trigger', waitPayloadSchema }),
);

/** A validator that minds the fields it is given, and remembers what it was asked. */
function minding(fields: string[]): { asked: unknown[][]; checkPayload: CheckPayload } {
  const asked: unknown[][] = [];
  return {
    asked,
    checkPayload: (...args) => {
      asked.push(args);
      return fields.map((field) => ({ field, message: `mind ${field}` }));
    },
  };
}

function judge(type: string, payload: JsonObject, fields: string[]) {
  const { asked, checkPayload } = minding(fields);
  const definition = definitionOf({ a: { type, payload } });
  const issues = runRules([payloadSchema], definition, { catalog, checkPayload });
  return { asked, issues };
}

describe('payloadSchema', () => {
  it('asks for each payload with the schema of its type', () => {
    const { asked, issues } = judge('log', { message: 'x' }, []);
    expect(asked).toEqual([['log', { message: 'x' }, catalog.get('log')?.payloadSchema]]);
    expect(issues).toEqual([]);
  });

  it('reports what the schema minds, below the payload', () => {
    expect(judge('log', { message: 7 }, ['', 'message', 'a.0.b']).issues).toEqual(
      [
        ['payload', 'The payload mind .'],
        ['payload.message', '`message` mind message.'],
        ['payload.a.0.b', '`a.0.b` mind a.0.b.'],
      ].map(([field, message]) => ({
        type: 'nodes',
        code: 'payload_invalid',
        nodeId: 'a',
        nodeName: 'Log',
        ...{ field, message },
      })),
    );
  });

  it('does not mind what is only known in the run', () => {
    const payload = {
      whole: '{{$trigger.x}}',
      text: 'a {{$trigger.x}}',
      list: ['{{$trigger.x}}', 'plain'],
      key: { $secret: 'sec_1' },
      odd: { $secret: 'sec_1', more: 1 },
    };
    const fields = [
      'whole',
      'text',
      'text.deeper',
      'list.0',
      'list.1',
      'list.x',
      'key',
      'odd',
      'no.way',
    ];
    expect(judge('log', payload, fields).issues.map(({ field }) => field)).toEqual([
      'payload.list.1',
      'payload.list.x',
      'payload.odd',
      'payload.no.way',
    ]);
  });

  it('asks for the configuration of a wait with the schema of its trigger', () => {
    const triggerConfig = { asset: 'ETH' };
    const payload = { triggerType: 'price-alert', triggerConfig };
    const { asked, issues } = judge('wait', payload, ['asset']);
    expect(asked).toEqual([
      ['wait', payload, catalog.get('wait')?.payloadSchema],
      ['price-alert', triggerConfig, waitPayloadSchema],
    ]);
    expect(issues.map(({ field, message }) => [field, message])).toEqual([
      ['payload.asset', '`asset` mind asset.'],
      ['payload.triggerConfig.asset', '`triggerConfig.asset` mind asset.'],
    ]);
  });

  it.each([
    ['wait', { triggerType: 'cronjob', triggerConfig: {} }],
    ['wait', { triggerType: 'nowhere', triggerConfig: {} }],
    ['wait', { triggerType: 7, triggerConfig: {} }],
    ['wait', { triggerType: 'price-alert' }],
    ['wait', { triggerType: 'price-alert', triggerConfig: '{{$trigger.x}}' }],
    ['log', { triggerType: 'price-alert', triggerConfig: {} }],
  ])('asks once for %s with %j', (type, payload) => {
    expect(judge(type, payload, []).asked).toHaveLength(1);
  });

  it('asks nothing about a type that is unknown', () => {
    expect(judge('no-such', {}, ['']).asked).toEqual([]);
  });

  it('is silent without a validator', () => {
    expect(runRules([payloadSchema], definitionOf({ a: 'log' }), { catalog })).toEqual([]);
  });

  it('is silent about a field that a rule has spoken of, for that node', () => {
    const { checkPayload } = minding(['delayMs', 'delayMs.deeper', 'other']);
    const definition = definitionOf({ a: { type: 'delay', payload: { delayMs: -1 } }, b: 'log' });
    const issues = runRules([delays, payloadSchema], definition, { catalog, checkPayload });
    expect(issues.map(({ nodeId, code, field }) => [nodeId, code, field])).toEqual([
      ['a', 'number_out_of_range', 'payload.delayMs'],
      ['a', 'payload_invalid', 'payload.other'],
      ['b', 'payload_invalid', 'payload.delayMs'],
      ['b', 'payload_invalid', 'payload.delayMs.deeper'],
      ['b', 'payload_invalid', 'payload.other'],
    ]);
  });
});
