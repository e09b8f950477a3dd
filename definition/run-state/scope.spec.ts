import { log, runScript, workflow } from '../../test/support/scripted-run';
import { action, SteppedRun } from '../../test/support/stepped-run';

const messageAt = (run: SteppedRun, address: string) => run.outcomeOf(address)?.result;

describe('a node reads', () => {
  it('the workflow, its properties and the input of the run', () => {
    const run = new SteppedRun(
      workflow({
        say: log('{{$workflow.id}} {{$props.region}} {{$inputs.n}} {{root.input.n}} [{{$vars.x}}]'),
      }),
      { props: { region: 'eu' }, triggerInput: { n: 7 } },
    );
    run.feed({ kind: 'start' });
    expect(messageAt(run, 'say')).toMatchObject({ message: 'wf_test eu 7 7 []' });
  });

  it('the result of the trigger, which is not its input', () => {
    const run = new SteppedRun(workflow({ say: log('{{$trigger.n}} {{root.result.n}}') }), {
      triggerResult: { n: 'result' },
      triggerInput: { n: 'input' },
    });
    run.feed({ kind: 'start' });
    expect(messageAt(run, 'say')).toMatchObject({ message: 'result result' });
  });

  it('the organization, and null where the run knows of none', () => {
    const definition = workflow({ say: log('[{{$org.slug}} {{$org.language}}]') });
    const organization = {
      id: 'org_1',
      name: 'Acme',
      slug: 'acme',
      timezone: null,
      language: 'de',
    };
    const run = new SteppedRun(definition, { organization });
    run.feed({ kind: 'start' });
    expect(messageAt(run, 'say')).toMatchObject({ message: '[acme de]' });
    const without = new SteppedRun(definition);
    without.feed({ kind: 'start' });
    expect(messageAt(without, 'say')).toMatchObject({ message: '[ ]' });
    expect(without.state).not.toHaveProperty('organization');
  });

  it('the payload of the trigger', () => {
    const run = runScript(
      workflow({
        root: { type: 'manual', payload: { inputSchema: { title: 'Order' } }, children: ['say'] },
        say: log('{{root.payload.inputSchema.title}}'),
      }),
    );
    expect(run.nodes.say?.result).toMatchObject({ message: 'Order' });
  });

  it('the payload of another node without its secrets', () => {
    const headers = { authorization: { $secret: 'sec_1' }, accept: '{{$trigger.accept}}' };
    const run = new SteppedRun(
      workflow({
        call: action(['say'], { payload: { url: 'https://x.test', headers } }),
        say: log('{{call.payload.headers}}'),
      }),
      { triggerResult: { accept: 'text/plain' } },
    );
    const [command] = run.feed({ kind: 'start' });
    expect(command).toMatchObject({ input: { headers: { authorization: { $secret: 'sec_1' } } } });
    run.succeed('call', {});
    expect(messageAt(run, 'say')).toMatchObject({
      message: '{"authorization":"***","accept":"text/plain"}',
    });
  });

  it('the resolved payload, the result and the error of another node', () => {
    const run = new SteppedRun(
      workflow({
        call: action(['say', 'sorry'], { payload: { url: 'https://{{$trigger.host}}' } }),
        say: log('{{call.payload.url}} {{call.result.answer}} [{{call.error.code}}]'),
        sorry: log('never', [], { branch: 'error' }),
      }),
      { triggerResult: { host: 'a.test' } },
    );
    run.feed({ kind: 'start' });
    run.succeed('call', { answer: 'yes' });
    expect(messageAt(run, 'say')).toMatchObject({ message: 'https://a.test yes []' });
  });

  it('nothing of a node that was skipped', () => {
    const run = runScript(
      workflow({
        check: {
          type: 'if',
          payload: { condition: { $and: [{ '{{$trigger.n}}': { $gt: 5 } }] } },
          children: ['big', 'say'],
        },
        big: log('big', ['say'], { branch: 'then' }),
        say: log('[{{big.result.message}}{{big.error.code}}{{big.payload.message}}]'),
      }),
      { payload: { n: 3 } },
    );
    expect(run.nodes.say?.result).toMatchObject({ message: '[]' });
  });
});

describe('in a loop in a loop', () => {
  const definition = workflow({
    first: log('top', ['outer']),
    outer: {
      type: 'for-each',
      payload: { array: ['A', 'B'] },
      loopBody: ['middle'],
      children: [],
    },
    middle: log('m{{$index}}', ['inner']),
    inner: { type: 'for-each', payload: { array: ['x', 'y'] }, loopBody: ['say'], children: [] },
    say: log(
      [
        '{{$item}}{{$index}} {{$parent_item}}{{$parent_index}}',
        '{{$for.outer.item}}{{$for.outer.index}} {{$for.inner.item}}{{$for.inner.index}}',
        '{{middle.result.message}} {{first.result.message}}',
      ].join(' '),
    ),
  });

  it.each([
    ['outer[0]/inner[0]/say', 'x0 A0 A0 x0 m0 top'],
    ['outer[1]/inner[1]/say', 'y1 B1 B1 y1 m1 top'],
  ])('%s reads both loops and the nodes around it', (address, message) => {
    const run = runScript(definition);
    expect(run.nodes[address]?.result).toMatchObject({ message });
  });
});
