import type { Rule } from './facts';
import { payloadField } from './payload-field';

const HAS_START = /^DTSTART\b/m;
const HAS_RULE = /^RRULE:/m;

/** A recurrence rule needs the line that says when it begins: without it nothing is ever due. */
export const schedules: Rule = ({ nodes }, report) => {
  for (const node of nodes) {
    if (node.node.type !== 'cronjob') continue;
    const rule = payloadField(node, 'rrule');
    if (rule.kind !== 'literal' || typeof rule.value !== 'string') continue;
    if (HAS_START.test(rule.value) && HAS_RULE.test(rule.value)) continue;
    report(
      'schedule_without_start',
      node,
      'payload.rrule',
      '`rrule` has two lines, the time of the first run and the rule: "DTSTART:20260301T070000Z\\nRRULE:FREQ=HOURLY;INTERVAL=1".',
    );
  }
};
