import type { JsonObject } from '../json';
import { runRules } from './run';
import { definitionOf, toyCatalog, toySpec } from './toy-catalog';
import { waits } from './waits';

const catalog = new Map(toyCatalog).set(
  'price-alert',
  toySpec('price-alert', { execution: 'trigger', waitPayloadSchema: { type: 'object' } }),
);

function judge(payload: JsonObject): unknown {
  return runRules([waits], definitionOf({ hold: { type: 'wait', payload } }), { catalog });
}

const problem = (code: string, field: string, message: string) => [
  { type: 'nodes', code, nodeId: 'hold', nodeName: 'Wait', field: `payload.${field}`, message },
];

const good = { timeoutMs: 86_400_000, triggerType: 'manual' };

describe('waits', () => {
  it.each([
    good,
    { ...good, timeoutMs: 1_000, triggerConfig: {} },
    { ...good, timeoutMs: 31_622_400_000 },
    { ...good, timeoutMs: '{{$trigger.body.ms}}' },
    { ...good, triggerType: 'price-alert' },
    { ...good, resumes: { names: ['a', 'b'], mode: 2 } },
    { ...good, resumes: { names: ['a'], mode: 'all' } },
    { ...good, resumes: { names: '{{$trigger.body.names}}', mode: 9 } },
    { ...good, resumes: '{{$trigger.body.resumes}}' },
  ])('are fine: %j', (payload) => {
    expect(judge(payload)).toEqual([]);
  });

  it.each([[{}], [{ timeoutMs: null }]])('say how long: %j', (payload) => {
    expect(judge({ ...payload, triggerType: 'manual' })).toEqual(
      problem(
        'field_required',
        'timeoutMs',
        '`timeoutMs` says how long to wait: 1000 to 31622400000 (1 second to 366 days). Without it a wait ends after 300000, which is 5 minutes and too short for people: a day is 86400000.',
      ),
    );
  });

  it.each([
    [999, 'number_out_of_range', '999'],
    [31_622_400_001, 'number_out_of_range', '31622400001'],
    ['1h', 'value_wrong_type', 'the text `1h`'],
  ])('have a shortest and a longest time: %j', (timeoutMs, code, given) => {
    expect(judge({ ...good, timeoutMs })).toEqual(
      problem(
        code,
        'timeoutMs',
        `\`timeoutMs\` is a number from 1000 to 31622400000 (1 second to 366 days), not ${given}.`,
      ),
    );
  });

  it('say what wakes them', () => {
    expect(judge({ timeoutMs: 1_000 })).toEqual(
      problem(
        'field_required',
        'triggerType',
        '`triggerType` says what wakes the wait: `manual` or `price-alert`.',
      ),
    );
  });

  it.each(['{{$trigger.body.type}}', 7, { a: 1 }])('say it before the run: %j', (triggerType) => {
    expect(judge({ ...good, triggerType })).toEqual(
      problem(
        'value_wrong_type',
        'triggerType',
        '`triggerType` is a text known before the run: `manual` or `price-alert`.',
      ),
    );
  });

  it.each([
    ['manul', 'Did you mean `manual`?'],
    ['price_alert', 'Did you mean `price-alert`?'],
    ['slack-mentions', 'A wait knows `manual` or `price-alert`.'],
  ])('know no trigger %s', (triggerType, hint) => {
    expect(judge({ ...good, triggerType })).toEqual(
      problem(
        'wait_trigger_unknown',
        'triggerType',
        `There is no trigger \`${triggerType}\`. ${hint}`,
      ),
    );
  });

  it.each(['cronjob', 'log'])("can't be woken by %s", (triggerType) => {
    expect(judge({ ...good, triggerType })).toEqual(
      problem(
        'wait_trigger_unusable',
        'triggerType',
        `\`${triggerType}\` can't wake a wait. Those that can: \`manual\` or \`price-alert\`.`,
      ),
    );
  });

  it('ask for no more resumes than there are names', () => {
    expect(judge({ ...good, resumes: { names: ['a', 'b'], mode: 3 } })).toEqual(
      problem(
        'number_out_of_range',
        'resumes.mode',
        '`mode` asks for 3 resumes, and there are 2 names. Each name resumes once.',
      ),
    );
  });

  it('are the only nodes that are judged', () => {
    expect(runRules([waits], definitionOf({ a: 'log', b: 'no-such' }), { catalog })).toEqual([]);
  });
});
