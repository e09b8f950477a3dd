import type { JsonObject } from '../json';
import { delays } from './delays';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';

function judge(payload: JsonObject): unknown {
  const definition = definitionOf({
    pause: { type: 'delay', payload },
    other: 'log',
    odd: 'no-such',
  });
  return runRules([delays], definition, { catalog: toyCatalog });
}

const problem = (code: string, message: string) => [
  { type: 'nodes', code, nodeId: 'pause', nodeName: 'Delay', field: 'payload.delayMs', message },
];

describe('delays', () => {
  it.each([0, 31_622_400_000, '{{$trigger.body.ms}}'])('may be %j', (delayMs) => {
    expect(judge({ delayMs })).toEqual([]);
  });

  it('say how long', () => {
    expect(judge({})).toEqual(
      problem(
        'field_required',
        '`delayMs` says for how long to pause, in milliseconds: 60000 is a minute.',
      ),
    );
  });

  it.each([
    [-1, 'number_out_of_range', '-1'],
    [31_622_400_001, 'number_out_of_range', '31622400001'],
    ['15m', 'value_wrong_type', 'the text `15m`'],
  ])('have limits: %j', (delayMs, code, given) => {
    expect(judge({ delayMs })).toEqual(
      problem(
        code,
        `\`delayMs\` is a number from 0 to 31622400000 (milliseconds, up to 366 days), not ${given}.`,
      ),
    );
  });

  it('do not judge twice what could not be parsed', () => {
    expect(judge({ delayMs: '{{' })).toEqual([]);
  });
});
