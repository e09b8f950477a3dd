import { setOwn, type JsonObject } from '../json';
import type { RunStatus } from '../progress';
import { emit, type Turn } from './turn';
import type { Frame } from './types';

/** Ends the run: the last event, the output, the `end` command. */
export function endRun(turn: Turn, frame: Frame): void {
  const { state } = turn;
  if (state.phase === 'ended') return;
  const status: RunStatus =
    state.phase === 'cancelling'
      ? 'cancelled'
      : frame.error
        ? 'failure'
        : frame.partial
          ? 'partial'
          : 'success';
  const error = state.phase === 'cancelling' ? state.error : frame.error;
  const output = outputOf(turn, frame);
  state.phase = 'ended';
  state.end = { status, ...(error && { error }), output };
  emit(turn, {
    type: EVENT_OF[status],
    status,
    ...(error && { error }),
    ...((status === 'success' || status === 'partial') && { result: output }),
  });
  turn.commands.push({ kind: 'end' });
}

const EVENT_OF = {
  success: 'run_completed',
  partial: 'run_partial',
  failure: 'run_failed',
  cancelled: 'run_cancelled',
  running: 'run_failed',
  waiting: 'run_failed',
} as const;

/** The results of the nodes nothing follows, by node id. */
function outputOf(turn: Turn, frame: Frame): JsonObject {
  const output: JsonObject = {};
  for (const index of turn.plan.topLevel) {
    const plan = turn.plan.nodes[index];
    const node = plan && frame.nodes[plan.id];
    if (!node || plan.children.length > 0 || plan.execution === 'trigger') continue;
    if (node.result !== undefined) setOwn(output, plan.id, node.result);
  }
  return output;
}
