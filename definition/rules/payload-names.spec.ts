import type { JsonObject } from '../json';
import { payloadNames } from './payload-names';
import { runRules } from './run';
import { definitionOf, toyCatalog, toySpec } from './toy-catalog';

const closed = (...keys: string[]): JsonObject => ({
  type: 'object',
  properties: Object.fromEntries(keys.map((key) => [key, {}])),
  additionalProperties: false,
});

const catalog = new Map(toyCatalog)
  .set('none', toySpec('none', { payloadSchema: closed() }))
  .set('regex', toySpec('regex', { payloadSchema: closed('text', 'pattern', 'global') }))
  .set('open', toySpec('open', { payloadSchema: { properties: { known: {} } } }))
  .set('half', toySpec('half', { payloadSchema: { additionalProperties: false } }));

function judge(type: string, payload: JsonObject): unknown {
  return runRules([payloadNames], definitionOf({ a: { type, payload } }), { catalog });
}

describe('payloadNames', () => {
  it('knows what the schema knows', () => {
    expect(judge('http-request', { url: 'x', body: 'y' })).toEqual([]);
    expect(judge('delay', {})).toEqual([]);
  });

  it('lets open schemas and unknown types be', () => {
    expect(judge('db-query', { whatever: 1 })).toEqual([]);
    expect(judge('open', { whatever: 1 })).toEqual([]);
    expect(judge('half', { whatever: 1 })).toEqual([]);
    expect(judge('no-such', { whatever: 1 })).toEqual([]);
  });

  it.each([
    ['delay', 'delay_ms', 'Did you mean `delayMs`?'],
    ['delay', 'duration', 'Write `delayMs`.'],
    ['delay', 'ms', 'Write `delayMs`.'],
    ['delay', 'seconds', 'Write `delayMs`.'],
    ['wait', 'timeout_ms', 'Did you mean `timeoutMs`?'],
    ['wait', 'timeout', 'Write `timeoutMs`.'],
    ['wait', 'trigger', 'Write `triggerType`.'],
    ['for-each', 'items', 'Write `array`.'],
    ['for-each', 'list', 'Write `array`.'],
    ['regex', 'input', 'Write `text`.'],
    ['regex', 'patern', 'Did you mean `pattern`?'],
    ['code-transform', 'script', 'Write `code`.'],
    ['code-transform', 'timeoutMs', 'Write `timeout`.'],
    ['http-request', 'data', 'Write `body`.'],
    ['http-request', 'json', 'Write `body`.'],
    ['http-request', 'timeoutMs', 'Write `timeout`.'],
    ['trigger-workflow', 'input', 'Write `payload`.'],
    ['trigger-workflow', 'data', 'Write `payload`.'],
    ['http-request', 'zzz', 'It takes `url`, `method`, `headers`, `body` or `timeout`.'],
    ['http-request', 'constructor', 'It takes `url`, `method`, `headers`, `body` or `timeout`.'],
    ['none', 'zzz', 'It takes none.'],
  ])('%s has no %s', (type, key, hint) => {
    expect(judge(type, { [key]: 1 })).toEqual([
      {
        type: 'nodes',
        code: 'unknown_field',
        nodeId: 'a',
        nodeName: catalog.get(type)?.title,
        field: `payload.${key}`,
        message: `\`${type}\` has no field \`${key}\`. ${hint}`,
      },
    ]);
  });
});
