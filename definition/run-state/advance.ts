import type { LoadedPlan } from '../plan/load';
import { dispatchReady, inFlightCount } from './dispatch';
import { cancelWaiting, closeFrameIfDone, failFrame } from './frame-end';
import { nextDeadline } from './next-deadline';
import {
  landed,
  onAbandon,
  onActionFailed,
  onCancel,
  onChildStarted,
  onClaim,
  onTimeoutRefused,
  onTimer,
} from './outcomes';
import { resolvePayload } from './resolve';
import { settle } from './settle';
import { startNode } from './start-node';
import { timeOut } from './timed';
import { emit, placeAt, spend, START_COST, type Turn, TURN_BUDGET } from './turn';
import type { Command, RunInput, RunState } from './types';

/**
 * The scheduler: takes what happened and returns what to do about it. Changes `state` in place, so that
 * an event costs what it changes and not what the state weighs; everything else is pure. An input that
 * comes too late (its node has settled, its frame has ended, the run is over) changes nothing.
 */
export function advance(plan: LoadedPlan, state: RunState, input: RunInput): Command[] {
  if (state.phase === 'ended') return [];
  const turn: Turn = {
    plan,
    state,
    now: input.now,
    commands: [],
    failures: [],
    closings: [],
    budget: TURN_BUDGET,
  };
  apply(turn, input);
  drain(turn);
  showWaiting(turn);
  return turn.commands;
}

function apply(turn: Turn, input: RunInput): void {
  switch (input.kind) {
    case 'start': {
      start(turn);
      return;
    }
    case 'timer-fired': {
      onTimer(turn, input.address);
      return;
    }
    case 'resumed':
    case 'child-ended': {
      onClaim(turn, input.address, input.claim);
      return;
    }
    case 'timeout-refused': {
      onTimeoutRefused(turn, input.address, input.claim);
      return;
    }
    case 'cancel': {
      cancel(turn, input.reason);
      return;
    }
    case 'abandon': {
      onAbandon(turn);
      return;
    }
    case 'continue':
      return;
    case 'hold':
      turn.state.held = true;
      return;
    case 'release':
      turn.state.held = false;
      return;
    case 'action-succeeded':
    case 'action-failed':
    case 'timeout-granted':
    case 'child-started': {
      land(turn, input);
      return;
    }
  }
}

type Landing = Extract<
  RunInput,
  { kind: 'action-succeeded' | 'action-failed' | 'timeout-granted' | 'child-started' }
>;

/** What the shell carried out has come back. */
function land(turn: Turn, input: Landing): void {
  const place = landed(turn, input.address);
  if (!place) return;
  switch (input.kind) {
    case 'action-succeeded': {
      settle(turn, place, {
        kind: 'success',
        result: input.result,
        recorded: input.recorded,
      });
      return;
    }
    case 'action-failed': {
      onActionFailed(turn, place, input);
      return;
    }
    case 'timeout-granted': {
      timeOut(turn, place);
      return;
    }
    case 'child-started': {
      onChildStarted(turn, place, input);
      return;
    }
  }
}

/** Settles the trigger that fired; the other triggers of a forest are skipped. */
function start(turn: Turn): void {
  const { state, plan } = turn;
  if (state.phase !== 'new') return;
  state.phase = 'running';
  emit(turn, { type: 'run_started', status: 'running' });
  for (const index of plan.topLevel) {
    const node = plan.nodes[index];
    if (node?.execution !== 'trigger') continue;
    const place = placeAt(turn, node.id);
    if (node.id !== state.trigger.nodeId) {
      settle(turn, place, { kind: 'skipped' });
      continue;
    }
    if (!resolvePayload(turn, place)) continue;
    settle(turn, place, { kind: 'success', result: state.trigger.result });
  }
}

function cancel(turn: Turn, reason: string): void {
  onCancel(turn, reason);
  cancelWaiting(turn, '');
  turn.closings.push('');
}

/**
 * Works off what settling has queued: failures before endings, endings before new starts. What is left when the
 * turn has cost enough comes in the next one, after what was recorded is written.
 */
function drain(turn: Turn): void {
  const { starts } = turn.state;
  for (;;) {
    const failure = turn.failures.shift();
    if (failure) {
      failFrame(turn, failure.prefix, failure.error);
      continue;
    }
    const closing = turn.closings.shift();
    if (closing !== undefined) {
      closeFrameIfDone(turn, closing);
      continue;
    }
    if (starts.length > 0 && turn.budget <= 0) {
      turn.commands.push({ kind: 'continue' });
      return;
    }
    const next = starts.shift();
    if (next !== undefined) {
      spend(turn, START_COST);
      startNode(turn, next);
      continue;
    }
    dispatchReady(turn);
    if (turn.failures.length + turn.closings.length + starts.length === 0) return;
  }
}

/** Says so when all that is left is to wait. */
function showWaiting(turn: Turn): void {
  const { state } = turn;
  if (state.phase !== 'running' || state.shown === 'waiting') return;
  if (inFlightCount(turn) > 0 || state.ready.length > 0 || state.starts.length > 0) return;
  const wakeAt = nextDeadline(state);
  if (wakeAt === undefined && Object.keys(state.children).length === 0) return;
  state.shown = 'waiting';
  emit(turn, {
    type: 'run_waiting',
    status: 'waiting',
    ...(wakeAt !== undefined && { wakeAt }),
  });
}
