/**
 * Temporal refuses summaries above 400 bytes, and one that is refused blocks its run for ever: a character
 * takes up to 3 bytes per UTF-16 unit.
 */
const MAX_ADDRESS = 80;
const MAX_TITLE = 48;
const MAX_NAME = 110;

/** What the Temporal UI calls an activity, a timer or a child of a node. */
export function nodeSummary(address: string, title: string): string {
  return `${withoutMiddle(address)} · ${withoutEnd(title, MAX_TITLE)}`;
}

/** What it calls a run. */
export function runSummary(workflowId: string, name: string, version: number): string {
  return workflowId === '' ? 'inline' : `${withoutEnd(name, MAX_NAME)} v${version}`;
}

/** Of an address the outermost loop and the node tell most. */
function withoutMiddle(address: string): string {
  if (address.length <= MAX_ADDRESS) return address;
  const half = MAX_ADDRESS / 2 - 1;
  return wellFormed(`${address.slice(0, half)}…${address.slice(-half)}`);
}

function withoutEnd(text: string, length: number): string {
  return text.length <= length ? text : wellFormed(`${text.slice(0, length - 1)}…`);
}

/** Without the halves of pairs that were cut. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '');
}
