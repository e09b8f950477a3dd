import type { Json, JsonObject } from '../json';
import type { WorkflowDefinition } from '../types';
import { foreignReferences } from './foreign-references';

const REFERENCE = { $secret: 'sec_1' };

const call = (payload: Json): JsonObject => ({ nodes: { call: { type: 'call', payload } } });
const places = (definition: JsonObject, previous?: JsonObject): (string | undefined)[] =>
  foreignReferences(definition as unknown as WorkflowDefinition, previous).map(
    ({ field }) => field,
  );

describe('foreignReferences', () => {
  it('names the node and the field', () => {
    const definition = call({ headers: { authorization: REFERENCE } });
    expect(foreignReferences(definition as unknown as WorkflowDefinition)).toEqual([
      {
        type: 'nodes',
        code: 'foreign_secret',
        nodeId: 'call',
        field: 'payload.headers.authorization',
        message:
          '`$secret` is made by the service alone. Send the secret itself, or `***` to keep the one that is there.',
      },
    ]);
  });

  it('finds them anywhere in a payload, those with an expression inside too', () => {
    expect(places(call({ a: [REFERENCE, { b: { $secret: '{{$trigger.id}}' } }] }))).toEqual([
      'payload.a.0',
      'payload.a.1.b',
    ]);
    expect(places(call(REFERENCE))).toEqual(['payload']);
    expect(places(call({ a: { $secret: 1 }, b: { $secret: 'x', c: 1 } }))).toEqual([]);
    expect(places({ nodes: { odd: 'no node', empty: { type: 'x' } } })).toEqual([]);
  });

  it('lets stay what was there, and only there', () => {
    const previous = call({ a: REFERENCE });
    expect(places(call({ a: REFERENCE }), previous)).toEqual([]);
    expect(places(call({ a: { $secret: 'sec_2' } }), previous)).toEqual(['payload.a']);
    expect(places(call({ b: REFERENCE }), previous)).toEqual(['payload.b']);
    expect(
      places({ nodes: { other: { type: 'call', payload: { a: REFERENCE } } } }, previous),
    ).toEqual(['payload.a']);
  });
});
