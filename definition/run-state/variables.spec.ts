import { log, workflow } from '../../test/support/scripted-run';
import { action, root, SteppedRun } from '../../test/support/stepped-run';
import type { Json, JsonObject } from '../json';
import type { RunVariable, VariableType } from '../variables';

const variable = (
  name: string,
  type: VariableType,
  value: Json = null,
  lifetime: RunVariable['lifetime'] = 'persist',
): RunVariable => ({ name, type, lifetime, default: null, description: '', value });

const set = (name: string, value: Json, children: string[] = [], more: JsonObject = {}) => ({
  ...{ type: 'set-variable', payload: { name, value }, children, ...more },
});

function started(nodes: Record<string, JsonObject>, variables?: RunVariable[]): SteppedRun {
  const run = new SteppedRun(workflow(nodes), { ...(variables && { variables }) });
  run.feed({ kind: 'start' });
  return run;
}

const messageAt = (run: SteppedRun, address: string) => run.outcomeOf(address)?.result;

describe('variables', () => {
  it('are read as they were at the start', () => {
    const variables = [variable('n', 'number', 7), variable('none', 'text')];
    const run = started({ say: log('{{$vars.n}} [{{$vars.none}}] {{$vars}}') }, variables);
    expect(messageAt(run, 'say')).toMatchObject({ message: '7 [] {"n":7,"none":null}' });
  });

  it('are what was written last, for all that starts afterwards', () => {
    const run = started(
      {
        root: root('call', 'early'),
        early: log('{{$vars.n}}'),
        call: action(['set']),
        set: set('n', '{{call.result.n}}', ['late']),
        late: log('{{$vars.n}} after {{set.result.oldValue}}'),
      },
      [variable('n', 'number', 1)],
    );
    run.succeed('call', { n: 2 });
    expect(messageAt(run, 'early')).toMatchObject({ message: '1' });
    expect(messageAt(run, 'late')).toMatchObject({ message: '2 after 1' });
  });

  it.each([
    ['a NUL character', 'a\0b'],
    ['half a surrogate pair', '\ud800'],
  ])('take no text with %s, which no column takes', (_, text) => {
    const run = started(
      { root: root('call'), call: action(['set']), set: set('t', '{{call.result.t}}') },
      [variable('t', 'text', 'old')],
    );
    run.succeed('call', { t: text });
    expect(run.outcomeOf('set')).toMatchObject({
      status: 'failure',
      error: { code: 'invalid_input', message: expect.stringContaining("`t` can't be written") },
    });
  });

  it('tell who can read what is written', () => {
    const variables = [variable('kept', 'number', 1), variable('own', 'number', 1, 'reset')];
    const run = started({ a: set('kept', 2, ['b']), b: set('own', 3) }, variables);
    const written = { oldValue: 1, newValue: 2 };
    expect(messageAt(run, 'a')).toEqual({ name: 'kept', scope: 'workflow', ...written });
    expect(messageAt(run, 'b')).toEqual({ name: 'own', scope: 'run', oldValue: 1, newValue: 3 });
  });

  it('keep what each iteration of a loop has written', () => {
    const run = started(
      {
        each: {
          type: 'for-each',
          payload: { array: ['a', 'b', 'c'] },
          loopBody: ['set'],
          children: ['say'],
        },
        set: set('names', ['{{$item}}', '{{$vars.names}}']),
        say: log('{{$vars.names}}'),
      },
      [variable('names', 'list', [])],
    );
    expect(messageAt(run, 'say')).toMatchObject({ message: '["c",["b",["a",[]]]]' });
  });

  it('are kept across a cut', () => {
    const run = started(
      { set: set('n', 2, ['call']), call: action(['say']), say: log('{{$vars.n}}') },
      [variable('n', 'number', 1)],
    );
    const state = JSON.parse(JSON.stringify(run.state)) as { variables: unknown };
    expect(state.variables).toEqual({
      values: { n: 2 },
      kinds: { n: { type: 'number', scope: 'workflow' } },
    });
  });

  it('may be called what objects have', () => {
    const run = started(
      { set: set('constructor', 'x', ['say']), say: log('{{$vars.constructor}}') },
      [variable('constructor', 'text')],
    );
    expect(messageAt(run, 'say')).toMatchObject({ message: 'x' });
    expect(run.outcomeOf('set')).toMatchObject({ result: { oldValue: null } });
  });
});

describe('set-variable fails', () => {
  const unknown = 'The workflow had no variable `n` when the run started.';
  const mistyped = (type: string, found: string) =>
    `\`n\` is of the type \`${type}\`, and \`value\` is ${found}.`;
  const large = 'A variable has at most 32768 bytes as JSON, `value` has more.';

  const number = [variable('n', 'number')];
  const text = [variable('n', 'text')];

  it.each<[string, string, Json, RunVariable[] | undefined, string]>([
    ['a variable that was not there at the start', 'unknown_variable', 1, [], unknown],
    ['a run without variables', 'unknown_variable', 1, undefined, unknown],
    ['a value of another type', 'invalid_input', '1', number, mistyped('number', 'a text')],
    ['no value', 'invalid_input', '{{$trigger.missing}}', number, mistyped('number', 'null')],
    ['a value too large', 'variable_too_large', 'x'.repeat(33_000), text, large],
  ])('with %s', (_, code, value, variables, message) => {
    const run = started(
      { set: set('n', value, ['rescue']), rescue: log('{{$vars.n}}', [], { branch: 'error' }) },
      variables,
    );
    expect(run.outcomeOf('set')).toMatchObject({ error: { code, message } });
    expect(messageAt(run, 'rescue')).toMatchObject({ message: 'null' });
  });

  it('and changes nothing, when its result is too much for the run', () => {
    const run = new SteppedRun(
      workflow({
        set: set('n', 'new', ['rescue']),
        rescue: log('{{$vars.n}}', [], { branch: 'error' }),
      }),
      { variables: [variable('n', 'text', 'old')], limits: { maxOutputBytes: 40 } },
    );
    run.feed({ kind: 'start' });
    expect(run.state.variables?.values).toEqual({ n: 'old' });
  });
});

it('a retry reads what the run has written that it retries', () => {
  const seed = { name: 'n', scope: 'workflow', oldValue: 1, newValue: 5 };
  const run = new SteppedRun(workflow({ set: set('n', 9, ['say']), say: log('{{$vars.n}}') }), {
    variables: [variable('n', 'number', 3)],
    seeds: { set: { status: 'success', result: seed } },
  });
  run.feed({ kind: 'start' });
  expect(run.outcomeOf('set')).toMatchObject({ reused: true, result: seed });
  expect(messageAt(run, 'say')).toMatchObject({ message: '5' });
});

it('a retry writes nothing to a variable that is gone since', () => {
  const seed = { name: 'gone', scope: 'workflow', oldValue: 1, newValue: 5 };
  const run = new SteppedRun(workflow({ set: set('gone', 9) }), {
    variables: [variable('n', 'number', 3)],
    seeds: { set: { status: 'success', result: seed } },
  });
  run.feed({ kind: 'start' });
  expect(run.state.variables?.values).toEqual({ n: 3 });
});
