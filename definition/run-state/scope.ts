import type { Root, Template } from '../expression/ast';
import { resolveTemplate, type Scope } from '../expression/evaluate';
import type { Json } from '../json';
import { nodeIdOf, prefixOf } from './address';
import type { Frame, NodeState, RunState } from './types';

/**
 * What the expressions of a node may read: its own frame first, then the frames around it. `inputs` is what stands
 * for `$inputs` in a node that came out of a block.
 */
export function scopeAt(state: RunState, prefix: string, inputs?: Template): Scope {
  return {
    lookup: (root) =>
      root.kind === 'inputs' && inputs
        ? resolveTemplate(inputs, scopeAt(state, prefix))
        : lookup(state, prefix, root),
  };
}

function lookup(state: RunState, prefix: string, root: Root): Json | undefined {
  switch (root.kind) {
    case 'trigger':
      return triggerPart(state, root.part);
    case 'node':
      return nodePart(findNode(state, prefix, root.nodeId), root.part);
    case 'item':
      return enclosingLoop(state, prefix, root.level)?.item;
    case 'index':
      return enclosingLoop(state, prefix, root.level)?.index;
    case 'loop':
      return namedLoop(state, prefix, root.nodeId)?.[root.part];
    case 'workflow':
      return { id: state.workflowId };
    case 'props':
      return state.props;
    case 'inputs':
      return state.trigger.input;
    case 'vars':
      return state.variables?.values;
    case 'organization':
      return state.organization && { ...state.organization };
  }
}

function triggerPart(state: RunState, part: 'result' | 'input' | 'payload'): Json | undefined {
  if (part === 'result') return state.trigger.result;
  if (part === 'input') return state.trigger.input;
  return state.frames['']?.nodes[state.trigger.nodeId]?.input;
}

function nodePart(
  node: NodeState | undefined,
  part: 'result' | 'error' | 'payload',
): Json | undefined {
  if (part === 'result') return node?.result;
  if (part === 'payload') return node?.input;
  return node?.error && { ...node.error };
}

function* framesOutward(state: RunState, prefix: string): Generator<Frame> {
  for (let at: string | undefined = prefix; at !== undefined;) {
    const frame: Frame | undefined = state.frames[at];
    if (!frame) return;
    yield frame;
    at = frame.loop && prefixOf(frame.loop.address);
  }
}

function findNode(state: RunState, prefix: string, nodeId: string): NodeState | undefined {
  for (const frame of framesOutward(state, prefix)) {
    if (Object.hasOwn(frame.nodes, nodeId)) return frame.nodes[nodeId];
  }
  return undefined;
}

function enclosingLoop(
  state: RunState,
  prefix: string,
  level: 'current' | 'parent',
): Frame['loop'] {
  const frame = state.frames[prefix];
  if (level === 'current' || !frame?.loop) return frame?.loop;
  return state.frames[prefixOf(frame.loop.address)]?.loop;
}

function namedLoop(state: RunState, prefix: string, nodeId: string): Frame['loop'] {
  for (const frame of framesOutward(state, prefix)) {
    if (frame.loop && nodeIdOf(frame.loop.address) === nodeId) return frame.loop;
  }
  return undefined;
}
