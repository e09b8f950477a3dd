import type { JsonObject } from '../json';
import { jsonText } from './json-text';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';

function judge(payload: JsonObject, type = 'http-request'): unknown {
  return runRules([jsonText], definitionOf({ a: { type, payload } }), { catalog: toyCatalog });
}

const problem = (message: string) => [
  {
    type: 'nodes',
    code: 'text_required',
    nodeId: 'a',
    nodeName: 'Toy http-request',
    field: 'payload.body',
    message,
  },
];

describe('jsonText', () => {
  it('shows the object as text', () => {
    expect(judge({ body: { amount: 5 } })).toEqual(
      problem('`body` is text. Write the JSON as a string: "{\\"amount\\":5}".'),
    );
    expect(judge({ body: [1] })).toEqual(
      problem('`body` is text. Write the JSON as a string: "[1]".'),
    );
  });

  it('cuts a long one', () => {
    const [issue] = judge({ body: { k: 'x'.repeat(200) } }) as { message: string }[];
    expect(issue?.message).toBe(
      `\`body\` is text. Write the JSON as a string: "{\\"k\\":\\"${'x'.repeat(110)}...".`,
    );
  });

  it.each<JsonObject>([
    { body: '{"amount": 5}' },
    { body: '{{$trigger.body}}' },
    { body: null },
    { body: 5 },
    { body: { $secret: 'sec_1' } },
    { headers: { a: 'b' } },
    { unknown: {} },
    { constructor: {} },
  ])('is content with %j', (payload) => {
    expect(judge(payload)).toEqual([]);
  });

  it('minds a secret with something beside it', () => {
    expect(judge({ body: { $secret: 'sec_1', a: 1 } })).toEqual(
      problem(
        '`body` is text. Write the JSON as a string: "{\\"$secret\\":\\"sec_1\\",\\"a\\":1}".',
      ),
    );
  });

  it('needs a schema with properties', () => {
    expect(judge({ body: {} }, 'db-query')).toEqual([]);
    expect(judge({ body: {} }, 'no-such')).toEqual([]);
  });
});
