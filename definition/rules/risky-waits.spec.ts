import type { JsonObject } from '../json';
import type { WorkflowNode } from '../types';
import { riskyWaits } from './risky-waits';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';

function hintsAt(payload: JsonObject, ...branches: string[]): unknown {
  const children = branches.map((_, index) => `child${index}`);
  const nodes: Record<string, WorkflowNode> = { hold: { type: 'wait', payload, children } };
  branches.forEach((branch, index) => {
    nodes[`child${index}`] = { type: 'log', payload: { message: '' }, branch };
  });
  const issues = runRules([riskyWaits], definitionOf(nodes), { catalog: toyCatalog });
  return issues.map(({ code, nodeId, field }) => [code, nodeId, field].join(' '));
}

describe('waits that are seldom meant', () => {
  it('are those in which nobody can answer', () => {
    const short = ['wait_short hold payload.timeoutMs'];
    expect(hintsAt({ timeoutMs: 1_000 }, 'timed_out')).toEqual(short);
    expect(hintsAt({ timeoutMs: 59_999 }, 'timed_out')).toEqual(short);
    expect(hintsAt({ timeoutMs: 60_000 }, 'timed_out')).toEqual([]);
    expect(hintsAt({ timeoutMs: '{{$trigger.body.ms}}' }, 'timed_out')).toEqual([]);
    expect(hintsAt({}, 'timed_out')).toEqual([]);
  });

  it('are those whose timeout nobody takes over', () => {
    const open = ['timeout_not_handled hold children'];
    expect(hintsAt({ timeoutMs: 86_400_000 })).toEqual(open);
    expect(hintsAt({ timeoutMs: 86_400_000 }, 'resumed')).toEqual(open);
    expect(hintsAt({ timeoutMs: 86_400_000 }, 'resumed', 'timed_out')).toEqual([]);
    expect(hintsAt({ timeoutMs: 86_400_000 }, 'error')).toEqual([]);
  });

  it('say what would happen, and how to mend it', () => {
    const hold = { type: 'wait', payload: { timeoutMs: 1_500 }, children: ['gone'] };
    const issues = runRules([riskyWaits], definitionOf({ hold, odd: 'no-such' }), {
      catalog: toyCatalog,
    });
    expect(issues.map(({ message }) => message)).toEqual([
      '`timeoutMs` is in milliseconds: this wait ends after 1.5 seconds. An hour is 3600000, a day 86400000.',
      'When no resume comes in time, this wait fails and the run with it. A child with `branch: "timed_out"` would take over.',
    ]);
    expect(hintsAt({ timeoutMs: '5' }, 'timed_out')).toEqual([]);
  });

  it('are no other nodes', () => {
    const node = { type: 'delay', payload: { delayMs: 5 }, children: [] };
    expect(runRules([riskyWaits], definitionOf({ nap: node }), { catalog: toyCatalog })).toEqual(
      [],
    );
  });
});
