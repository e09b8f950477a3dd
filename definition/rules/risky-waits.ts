import type { NodeFacts, Report, Rule } from './facts';
import { payloadField } from './payload-field';

/** Nobody answers within a minute, and hardly anything does that somebody has to start. */
const SHORT_MS = 60_000;

/** Waits that are allowed and yet seldom meant: too short ones, and those whose timeout fails the run. */
export const riskyWaits: Rule = (facts, report) => {
  const children = new Map(facts.nodes.map((node) => [node.id, node]));
  for (const node of facts.nodes) {
    if (node.spec?.execution !== 'wait') continue;
    hintAtTime(node, report);
    const catches = (node.node.children ?? []).some((id) =>
      ['timed_out', 'error'].includes(children.get(id)?.node.branch ?? ''),
    );
    if (catches) continue;
    report(
      'timeout_not_handled',
      node,
      'children',
      'When no resume comes in time, this wait fails and the run with it. A child with `branch: "timed_out"` would take over.',
    );
  }
};

function hintAtTime(node: NodeFacts, report: Report): void {
  const timeout = payloadField(node, 'timeoutMs');
  if (timeout.kind !== 'literal' || typeof timeout.value !== 'number') return;
  if (timeout.value >= SHORT_MS) return;
  report(
    'wait_short',
    node,
    'payload.timeoutMs',
    `\`timeoutMs\` is in milliseconds: this wait ends after ${timeout.value / 1_000} seconds. An hour is 3600000, a day 86400000.`,
  );
}
