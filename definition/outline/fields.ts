import { isJsonObject, type Json } from '../json';

type Report = (field: string, message: string) => void;

/** Checks that a field holds the kind of JSON it takes. `field` is its dotted path. */
export type FieldCheck = (value: Json, field: string, report: Report) => void;

/** The fields of a definition beside `nodes`. The last three are shown by B3OS and mean nothing to a run. */
export const DEFINITION_FIELDS: ReadonlyMap<string, FieldCheck> = new Map([
  ['triggerNodeIds', ids],
  ['inputSchema', inputSchema],
  ['variableDefs', listOf(object)],
  ['blockExpansions', object],
  ['sensitivePropKeys', listOf(text)],
  ['props', anything],
  ['visibility', anything],
  ['publicWidgetConfig', anything],
]);

/** The fields of a node beside `type`. */
export const NODE_FIELDS: ReadonlyMap<string, FieldCheck> = new Map([
  ['payload', object],
  ['children', ids],
  ['loopBody', ids],
  ['branch', text],
  ['connector', connector],
  ['description', text],
  ['titleOverride', text],
  ['resultSchema', object],
  ['blockContext', object],
  ['retry', object],
  ['timeoutMs', number],
]);

function anything(): void {
  // Kept as it is.
}

function text(value: Json, field: string, report: Report): void {
  if (typeof value !== 'string') report(field, `\`${field}\` is a string.`);
}

function number(value: Json, field: string, report: Report): void {
  if (typeof value !== 'number') report(field, `\`${field}\` is a number.`);
}

function object(value: Json, field: string, report: Report): void {
  if (!isJsonObject(value)) report(field, `\`${field}\` is an object.`);
}

function listOf(check: FieldCheck): FieldCheck {
  return (value, field, report) => {
    if (!Array.isArray(value)) {
      report(field, `\`${field}\` is a list.`);
      return;
    }
    value.forEach((item, index) => {
      check(item, `${field}.${index}`, report);
    });
  };
}

function ids(value: Json, field: string, report: Report): void {
  if (!Array.isArray(value)) {
    const example = typeof value === 'string' ? JSON.stringify([value]) : '["first", "second"]';
    report(field, `\`${field}\` is a list of node ids: ${example}.`);
    return;
  }
  const odd = value.findIndex((item) => typeof item !== 'string');
  if (odd < 0) return;
  report(
    `${field}.${odd}`,
    isJsonObject(value[odd])
      ? `\`${field}\` holds ids, not nodes. Put the node into \`nodes\` and its id here.`
      : `\`${field}\` holds ids, which are strings.`,
  );
}

function connector(value: Json, field: string, report: Report): void {
  if (!isJsonObject(value)) {
    const type = typeof value === 'string' ? value : 'db';
    report(field, `\`connector\` is an object: ${JSON.stringify({ type, id: 'conn_...' })}.`);
    return;
  }
  if (typeof value.type !== 'string') {
    report(`${field}.type`, 'A connector names its `type`: {"type": "db", "id": "conn_..."}.');
  }
  for (const key of ['id', 'walletAddress']) {
    const part = value[key] ?? null;
    if (part !== null) text(part, `${field}.${key}`, report);
  }
  const chainId = value.chainId ?? null;
  if (chainId !== null && typeof chainId !== 'string' && typeof chainId !== 'number') {
    report(`${field}.chainId`, '`chainId` is a string or a number.');
  }
}

function inputSchema(value: Json, field: string, report: Report): void {
  if (isJsonObject(value)) {
    report(
      field,
      'At the definition `inputSchema` is a list: [{"key": "name", "type": "string", "required": true}]. A JSON Schema goes into the payload of the trigger.',
    );
    return;
  }
  listOf(input)(value, field, report);
}

function input(value: Json, field: string, report: Report): void {
  if (!isJsonObject(value)) {
    report(field, 'An input is an object: {"key": "name", "type": "string"}.');
  } else if (typeof value.key !== 'string') {
    report(`${field}.key`, 'An input has a `key`, the name it is passed under.');
  }
}
