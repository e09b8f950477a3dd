import type { Root } from '../expression/ast';
import { enclosingLoops } from '../graph';
import type { Ancestors } from '../graph/ancestors';
import type { Facts, NodeFacts, Report, Rule } from './facts';
import { didYouMean, oneOf, quote } from './text';

type NodeRoot = Extract<Root, { kind: 'node' }>;
type Say = (code: Parameters<Report>[0], message: string | (() => string)) => void;

/** The node that reads, and what is around and before it. */
interface Reader {
  node: NodeFacts;
  facts: Facts;
  /** By id, the innermost first. */
  loops: ReadonlyMap<string, NodeFacts>;
  ancestors: Ancestors;
  /** Whether an error can be seen from here, by the node that has it: one text may read it thousands of times. */
  seesErrorOf: Map<NodeFacts, boolean>;
}

/** An expression reads only what exists when its node starts: ancestors, and the loops around it. */
export const references: Rule = (facts, report) => {
  for (const node of facts.nodes) {
    if (node.references.length === 0) continue;
    const around = enclosingLoops(facts.graph, node.index).flatMap((at) => facts.nodes[at] ?? []);
    const loops = new Map(around.map((loop) => [loop.id, loop]));
    const { ancestors } = facts;
    // Where the place of the node is itself in question, only its names are checked.
    const reader =
      ancestors && facts.graph.reached[node.index]
        ? { node, facts, loops, ancestors, seesErrorOf: new Map<NodeFacts, boolean>() }
        : undefined;
    for (const { reference, field } of node.references) {
      const say: Say = (code, message) => {
        report(code, node, field, message);
      };
      checkRoot(reference.root, facts, reader, say);
    }
  }
};

function checkRoot(root: Root, facts: Facts, reader: Reader | undefined, say: Say): void {
  if (root.kind === 'node') checkNode(root, facts, reader, say);
  if (!reader) return;
  if (root.kind === 'trigger' && reader.node.isTrigger) {
    say('not_an_ancestor', 'A trigger is where a run starts: its payload can read no result.');
  }
  if (root.kind === 'item' || root.kind === 'index') checkLevel(root, reader, say);
  if (root.kind === 'loop') checkLoop(root, reader, say);
}

function checkNode(root: NodeRoot, facts: Facts, reader: Reader | undefined, say: Say): void {
  const index = facts.graph.indexById.get(root.nodeId);
  const target = index === undefined ? undefined : facts.nodes[index];
  if (!target) {
    say('unknown_node', () => {
      const similar = didYouMean(root.nodeId, facts.graph.indexById.keys());
      return `There is no node ${quote(root.nodeId)}.${similar}`;
    });
    return;
  }
  if (!reader) return;
  const isAround = reader.loops.has(target.id);
  if (isAround && root.part === 'payload') return;
  if (isAround || !reader.ancestors.has(reader.node.index, target.index)) {
    say('not_an_ancestor', () => whyNot(target, reader));
  } else if (root.part === 'error' && !seesError(target, reader)) {
    const id = quote(target.id);
    say(
      'error_not_visible',
      `The error of ${id} exists only after it has failed: read it in a child of ${id} with \`branch\`: "error", or below that child.`,
    );
  }
}

function whyNot(target: NodeFacts, { node, facts, loops, ancestors }: Reader): string {
  const id = quote(target.id);
  if (target === node) return `${id} reads itself, before it has a result.`;
  if (loops.has(target.id)) {
    return `${id} is the loop around this node and has no result yet. Its current item is \`$for.${target.id}.item\`, or \`$item\` in the innermost loop.`;
  }
  if (ancestors.has(target.index, node.index)) {
    return `${id} runs after ${quote(node.id)}. An expression reads only nodes before its own.`;
  }
  const loop = enclosingLoops(facts.graph, target.index)
    .flatMap((at) => facts.nodes[at] ?? [])
    .find((around) => !loops.has(around.id));
  if (loop) {
    return loop === node || ancestors.has(loop.index, node.index)
      ? `${id} runs in the loop ${quote(loop.id)}, after ${quote(node.id)} has started. An expression reads only nodes before its own.`
      : `${id} runs inside the loop ${quote(loop.id)} and can't be read outside of it. What all its iterations gave is \`${loop.id}.result.iterations\`, once the loop has ended.`;
  }
  return `${id} does not run before ${quote(node.id)}: no path of \`children\` leads from it to here.`;
}

function seesError(target: NodeFacts, reader: Reader): boolean {
  const known = reader.seesErrorOf.get(target) ?? findCatcher(target, reader);
  reader.seesErrorOf.set(target, known);
  return known;
}

/** Whether a child that catches the error is the node itself, before it or around it. */
function findCatcher(target: NodeFacts, { node, facts, loops, ancestors }: Reader): boolean {
  const catchers = (facts.graph.children[target.index] ?? []).filter(
    (child) => facts.nodes[child]?.node.branch === 'error',
  );
  return catchers.some(
    (catcher) =>
      catcher === node.index ||
      ancestors.has(node.index, catcher) ||
      loops.has(facts.graph.ids[catcher] ?? ''),
  );
}

function checkLevel(
  root: Extract<Root, { kind: 'item' | 'index' }>,
  { node, loops }: Reader,
  say: Say,
): void {
  const name = quote(root.level === 'parent' ? `$parent_${root.kind}` : `$${root.kind}`);
  if (loops.size === 0) {
    say(
      'outside_loop',
      `${name} exists only in the body of a loop. List ${quote(node.id)}, or the node it follows, in the \`loopBody\` of a \`for-each\`.`,
    );
  } else if (root.level === 'parent' && loops.size === 1) {
    say(
      'outside_loop',
      `${name} is of the loop around the current one, and there is only one here. Its own is \`$${root.kind}\`.`,
    );
  }
}

function checkLoop(root: Extract<Root, { kind: 'loop' }>, { loops }: Reader, say: Say): void {
  if (loops.has(root.nodeId)) return;
  say('outside_loop', () => {
    const ids = [...loops.keys()];
    const around =
      ids.length === 0
        ? ' There is none around this node.'
        : didYouMean(root.nodeId, ids) || ` Around this node there is ${oneOf(ids.map(quote))}.`;
    return `\`$for\` names a loop around the node, and ${quote(root.nodeId)} is none.${around}`;
  });
}
