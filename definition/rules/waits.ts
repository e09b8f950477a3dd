import { isJsonObject } from '../json';
import { DEFAULT_WAIT_MS, MAX_PAUSE_MS, MIN_WAIT_MS } from '../limits';
import type { Facts, NodeFacts, Report, Rule } from './facts';
import { checkNumber, payloadField } from './payload-field';
import { didYouMean, oneOf, quote } from './text';

const RANGE = { min: MIN_WAIT_MS, max: MAX_PAUSE_MS, means: '1 second to 366 days' };

/** A `wait` says how long, and what wakes it. A missing `timed_out` child is fine: the node fails then. */
export const waits: Rule = (facts, report) => {
  for (const node of facts.nodes) {
    if (node.spec?.execution !== 'wait') continue;
    checkTimeout(node, report);
    checkTrigger(node, facts, report);
    checkResumes(node, report);
  }
};

function checkTimeout(node: NodeFacts, report: Report): void {
  const field = 'payload.timeoutMs';
  const timeout = payloadField(node, 'timeoutMs');
  if (timeout.kind === 'absent') {
    report(
      'field_required',
      node,
      field,
      `\`timeoutMs\` says how long to wait: ${RANGE.min} to ${RANGE.max} (${RANGE.means}). Without it a wait ends after ${DEFAULT_WAIT_MS}, which is 5 minutes and too short for people: a day is 86400000.`,
    );
  } else if (timeout.kind === 'literal') {
    checkNumber(timeout.value, 'timeoutMs', RANGE, node, field, report);
  }
}

function checkTrigger(node: NodeFacts, { context }: Facts, report: Report): void {
  const field = 'payload.triggerType';
  const usable = [...context.catalog.values()].filter((spec) => spec.waitPayloadSchema);
  const names = oneOf(usable.map(({ type }) => quote(type)));
  const wanted = payloadField(node, 'triggerType');
  if (wanted.kind === 'absent') {
    const message = `\`triggerType\` says what wakes the wait: ${names}.`;
    report('field_required', node, field, message);
    return;
  }
  if (wanted.kind === 'computed' || typeof wanted.value !== 'string') {
    const message = `\`triggerType\` is a text known before the run: ${names}.`;
    report('value_wrong_type', node, field, message);
    return;
  }
  const type = wanted.value;
  const spec = context.catalog.get(type);
  if (!spec) {
    const similar = didYouMean(
      type,
      usable.map((one) => one.type),
    );
    const message = `There is no trigger ${quote(type)}.${similar || ` A wait knows ${names}.`}`;
    report('wait_trigger_unknown', node, field, message);
  } else if (!spec.waitPayloadSchema) {
    const message = `${quote(type)} can't wake a wait. Those that can: ${names}.`;
    report('wait_trigger_unusable', node, field, message);
  }
}

/** More resumes than there are names can never come. */
function checkResumes(node: NodeFacts, report: Report): void {
  const { resumes } = node.node.payload;
  if (!isJsonObject(resumes) || !Array.isArray(resumes.names)) return;
  const { names, mode } = resumes;
  if (typeof mode !== 'number' || mode <= names.length) return;
  const message = `\`mode\` asks for ${mode} resumes, and there are ${names.length} names. Each name resumes once.`;
  report('number_out_of_range', node, 'payload.resumes.mode', message);
}
