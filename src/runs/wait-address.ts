import { isJsonObject, type Json, type JsonObject } from '../../definition/json';
import type { Plan, PlanNode } from '../../definition/plan/types';
import { iterationPrefix, nodeIdOf } from '../../definition/run-state/address';
import { ApiError } from '../common/errors';
import { loopsAround } from './plan-scopes';

/** A node of a run, and where it is when that is known. */
export interface Located {
  node: PlanNode;
  /** Absent when the node is in a loop and nothing says in which iteration. */
  address?: string;
}

interface Level {
  loop: string;
  index: number;
}

const SEGMENT = /^([^[\]/]+)\[(0|[1-9]\d{0,8})\]$/;

/**
 * Finds what a resume means: `nodeId` is an id, with the iterations in `forEachContext`, or a whole address
 * such as `loop[3]/approve`. Throws 404 when the run has no such node, 400 when the context is not one.
 */
export function locate(plan: Plan, nodeId: string, forEachContext?: JsonObject | null): Located {
  const node = plan.nodes.find(({ id }) => id === nodeIdOf(nodeId));
  if (node === undefined) throw new ApiError('nodeNotFound');
  const loops = loopsAround(plan, node);
  const levels = nodeId.includes('/')
    ? levelsOfAddress(nodeId)
    : levelsOfContext(forEachContext ?? {});
  if (levels.length === 0 && loops.length > 0) return { node };
  const fits = levels.length === loops.length && levels.every(({ loop }, at) => loop === loops[at]);
  if (!fits) throw new ApiError('nodeNotFound');
  const prefix = levels.reduce((at, { loop, index }) => iterationPrefix(at + loop, index), '');
  return { node, address: prefix + node.id };
}

function levelsOfAddress(address: string): Level[] {
  const segments = address.split('/').slice(0, -1);
  return segments.map((segment) => {
    const [, loop, index] = SEGMENT.exec(segment) ?? [];
    if (loop === undefined) throw new ApiError('nodeNotFound');
    return { loop, index: Number(index) };
  });
}

/** `stack`, or the older form of one level at the top of the object. */
function levelsOfContext(context: JsonObject): Level[] {
  const { stack, parentNodeId } = context;
  if (Array.isArray(stack)) return stack.map(toLevel);
  if (stack !== undefined && stack !== null) throw wrongContext();
  return parentNodeId === undefined ? [] : [toLevel(context)];
}

function toLevel(level: Json): Level {
  if (!isJsonObject(level)) throw wrongContext();
  const { parentNodeId: loop, index } = level;
  const isIndex = typeof index === 'number' && Number.isSafeInteger(index) && index >= 0;
  if (typeof loop !== 'string' || !isIndex) throw wrongContext();
  return { loop, index };
}

function wrongContext(): ApiError {
  const field = 'forEachContext';
  const message = `${field}.stack must list \`{parentNodeId, index}\`, the outermost loop first`;
  return ApiError.fields([{ field, message }]);
}
