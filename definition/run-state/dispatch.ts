import { setOwn } from '../json';
import { emitNode, placeAt, type Place, type Turn } from './turn';
import { outputBudget } from './output-budget';
import { markStarted, resolvePayload } from './resolve';

/** Hands a node to the shell, or queues it when enough is in flight or the run is about to be cut. */
export function dispatch(turn: Turn, address: string): void {
  const { state } = turn;
  if (state.held || state.ready.length > 0 || inFlightCount(turn) >= state.limits.maxInFlight) {
    state.ready.push(address);
    return;
  }
  launch(turn, placeAt(turn, address));
}

/** Dispatches what was queued, in order, as places become free. */
export function dispatchReady(turn: Turn): void {
  const { state } = turn;
  if (state.held) return;
  while (state.ready.length > 0 && inFlightCount(turn) < state.limits.maxInFlight) {
    const address = state.ready.shift();
    if (address !== undefined) launch(turn, placeAt(turn, address));
  }
}

export function inFlightCount(turn: Turn): number {
  return Object.keys(turn.state.inFlight).length;
}

function launch(turn: Turn, place: Place): void {
  if (!markStarted(turn, place)) return;
  const input = resolvePayload(turn, place);
  if (!input) return;
  const { address, plan } = place;
  // An activity says so itself, when a worker has it.
  if (plan.execution !== 'activity') emitNode(turn, place, 'node_started', { status: 'running' });
  if (plan.execution === 'child-workflow') {
    setOwn(turn.state.inFlight, address, 'child-start');
    turn.commands.push({ kind: 'start-child', address, nodeId: plan.id, input });
    return;
  }
  const mode = plan.execution === 'local' ? 'local' : 'activity';
  setOwn(turn.state.inFlight, address, mode);
  const budget = outputBudget(turn.state);
  turn.commands.push({ kind: 'run-action', address, nodeId: plan.id, mode, input, budget });
}
