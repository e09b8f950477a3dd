import { setOwn, type Json, type JsonObject } from '../json';
import { iterationPrefix } from './address';
import { createFrame } from './frame';
import { settle } from './settle';
import type { RunError } from '../progress';
import { errorAt, isStopping, placeAt, type Place, type Turn } from './turn';
import type { Frame, LoopState } from './types';

/** Starts a `for-each`: its items are fixed now, its iterations follow one another. */
export function startLoop(turn: Turn, place: Place, input: JsonObject): void {
  const items = input.array;
  const { maxIterations } = turn.state.limits;
  if (!Array.isArray(items)) {
    const found = items === null || items === undefined ? 'nothing' : typeof items;
    fail(turn, place, 'invalid_input', `\`array\` of a for-each must be an array, it is ${found}.`);
    return;
  }
  if (items.length > maxIterations) {
    fail(
      turn,
      place,
      'too_many_iterations',
      `A for-each runs at most ${maxIterations} times, \`array\` has ${items.length} items. Split it, or pass a page at a time to a child workflow.`,
    );
    return;
  }
  const concurrency = input.concurrency;
  place.node.loop = {
    items,
    next: 0,
    active: 0,
    failed: 0,
    iterations: [],
    continueOnError: input.continueOnError === true,
    concurrency:
      typeof concurrency === 'number' ? Math.max(1, Math.min(20, Math.trunc(concurrency))) : 1,
  };
  advanceLoop(turn, place, place.node.loop);
}

function fail(turn: Turn, place: Place, code: string, message: string): void {
  settle(turn, place, { kind: 'failure', error: errorAt(place, code, message) });
}

/** Starts the next iterations, or ends the loop when none is left. */
function advanceLoop(turn: Turn, place: Place, loop: LoopState): void {
  const stopping = loop.error !== undefined || isStopping(turn, place.prefix);
  while (!stopping && loop.active < loop.concurrency && loop.next < loop.items.length) {
    startIteration(turn, place, loop);
  }
  if (loop.active > 0) return;
  if (isStopping(turn, place.prefix)) settle(turn, place, { kind: 'cancelled' });
  else if (loop.error) settle(turn, place, { kind: 'failure', error: loop.error });
  else settle(turn, place, { kind: 'success', ...loopOutcome(loop) });
}

function startIteration(turn: Turn, place: Place, loop: LoopState): void {
  const index = loop.next;
  const prefix = iterationPrefix(place.address, index);
  const entries = place.plan.body ?? [];
  const frame = createFrame(turn.plan, place.plan.members ?? [], entries, {
    address: place.address,
    index,
    item: loop.items[index] ?? null,
  });
  loop.next += 1;
  loop.active += 1;
  turn.state.frames[prefix] = frame;
  for (const entry of entries) {
    const node = turn.plan.nodes[entry];
    if (node?.parents.length === 0) turn.state.starts.push(prefix + node.id);
  }
  turn.closings.push(prefix);
}

/** One iteration has ended: keeps what it gave, drops its frame, goes on. */
export function settleIteration(
  turn: Turn,
  prefix: string,
  frame: Frame,
  iteration: { address: string; index: number },
): void {
  const place = placeAt(turn, iteration.address);
  const { loop } = place.node;
  if (!loop) return;
  loop.iterations[iteration.index] = iterationResult(frame);
  loop.active -= 1;
  if (frame.partial) place.frame.partial = true;
  delete turn.state.frames[prefix];
  if (frame.error) {
    loop.failed += 1;
    if (!loop.continueOnError && !loop.error) {
      loop.error = frame.error;
      stopOtherIterations(turn, place, frame.error);
    }
  }
  advanceLoop(turn, place, loop);
}

/** With `concurrency` above 1 the failure of one iteration stops the others like its own nodes. */
function stopOtherIterations(turn: Turn, place: Place, error: RunError): void {
  for (const [prefix, frame] of Object.entries(turn.state.frames)) {
    if (frame.loop?.address === place.address) turn.failures.push({ prefix, error });
  }
}

function iterationResult(frame: Frame): JsonObject {
  const result: JsonObject = {};
  for (const [id, node] of Object.entries(frame.nodes)) {
    if (node.status === 'pending' || node.status === 'skipped') continue;
    const entry: JsonObject = { status: node.status };
    if (node.result !== undefined) entry.result = node.result;
    if (node.error) entry.error = { ...node.error };
    setOwn(result, id, entry);
  }
  return result;
}

function loopOutcome(loop: LoopState): { status: 'success' | 'partial'; result: Json } {
  const status = loop.failed > 0 ? 'partial' : 'success';
  const iterationCount = loop.items.length;
  return {
    status,
    result: {
      status,
      iterations: loop.iterations,
      iterationCount,
      lastAdvancedIteration: iterationCount - 1,
    },
  };
}
