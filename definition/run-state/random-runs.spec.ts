import fc from 'fast-check';
import { createCatalog } from '../../activities/catalog';
import { ALL_KINDS, randomDefinition } from '../../test/support/random-definition';
import { runScript, type RunView, type Script } from '../../test/support/scripted-run';
import { validate } from '../validate';

const { catalog } = createCatalog();
const definitions = randomDefinition({ maxNodes: 25, kinds: ALL_KINDS });
/** About one in eight actions fails, by its address alone. */
const act: NonNullable<Script['act']> = (address, input) =>
  hash(address) % 8 === 0
    ? { ok: false, error: { code: 'boom', message: address } }
    : { ok: true, result: { got: input.body ?? input.data ?? null } };

function hash(text: string): number {
  let value = 7;
  for (let i = 0; i < text.length; i += 1) value = (value * 31 + text.charCodeAt(i)) % 1_000_003;
  return value;
}

function picker(seed: number): (choices: number) => number {
  let state = seed;
  return (choices) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % choices;
  };
}

/** Whether every outcome must be the same whatever the order: not when a failure stops others, be it in one iteration. */
const calm = (run: RunView) => run.status === 'success';

describe('random runs', () => {
  it('come from valid definitions', () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        expect(validate(definition, { catalog })).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('end, settle each node once, and never start a node before its parent has settled', () => {
    fc.assert(
      fc.property(definitions, fc.nat(), (definition, seed) => {
        const run = runScript(definition, { act, pick: picker(seed) });
        const settled = new Set<string>();
        const started = new Set<string>();
        for (const { type, path } of run.events) {
          if (path === undefined) continue;
          if (type === 'node_started') {
            expect(started.has(path)).toBe(false);
            started.add(path);
          }
          if (['node_completed', 'node_failed', 'node_skipped', 'node_cancelled'].includes(type)) {
            expect(settled.has(path)).toBe(false);
            settled.add(path);
          }
        }
        expect(new Set(run.actions).size).toBe(run.actions.length);
        for (const path of started) expect(settled.has(path)).toBe(true);
        const ends = run.events.filter(({ type }) =>
          /^run_(completed|partial|failed|cancelled)$/.test(type),
        );
        expect(ends).toHaveLength(1);
        expect(run.events.at(-1)).toBe(ends[0]);
        expect(Object.keys(run.state.frames)).toEqual(['']);
      }),
      { numRuns: 500 },
    );
  });

  it('wait for nothing any more when they have failed, wherever a child run is', () => {
    const kinds = ['http-request', 'for-each', 'trigger-workflow'] as const;
    const failing: typeof act = (address, input) =>
      hash(address) % 3 === 0
        ? { ok: false, error: { code: 'boom', message: '' } }
        : act(address, input);
    fc.assert(
      fc.property(randomDefinition({ maxNodes: 25, kinds }), fc.nat(), (definition, seed) => {
        runScript(definition, { act: failing, pick: picker(seed) });
      }),
      { numRuns: 2_000 },
    );
  });

  it('give the same outcome in any order, as long as nothing fails uncaught', () => {
    fc.assert(
      fc.property(definitions, fc.nat(), (definition, seed) => {
        const one = runScript(definition, { act });
        const other = runScript(definition, { act, pick: picker(seed) });
        expect(other.status).toBe(one.status);
        if (calm(one)) expect(other.nodes).toEqual(one.nodes);
      }),
      { numRuns: 500 },
    );
  });

  it('cut at every possible point equal the uncut run', () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        const whole = runScript(definition, { act });
        for (let step = 1; step <= whole.steps; step += 1) {
          const cut = runScript(definition, { act, cutBefore: (at) => at === step });
          expect(cut.status).toBe(whole.status);
          if (calm(whole)) expect(cut.nodes).toEqual(whole.nodes);
        }
        const everywhere = runScript(definition, { act, cutBefore: () => true });
        expect(everywhere.status).toBe(whole.status);
        if (calm(whole)) expect(everywhere.nodes).toEqual(whole.nodes);
      }),
      { numRuns: 100 },
    );
  });

  it('cancelled at any point end as cancelled, with nothing left open', () => {
    fc.assert(
      fc.property(definitions, fc.nat({ max: 40 }), fc.nat(), (definition, at, seed) => {
        const run = runScript(definition, { act, cancelBefore: at + 2, pick: picker(seed) });
        if (run.steps >= at + 2) expect(['cancelled', 'failure']).toContain(run.status);
        expect(run.state.timers).toEqual({});
        expect(run.state.waits).toEqual({});
        for (const { status } of Object.values(run.nodes)) {
          expect(['success', 'partial', 'failure', 'skipped', 'cancelled']).toContain(status);
        }
      }),
      { numRuns: 300 },
    );
  });
});
