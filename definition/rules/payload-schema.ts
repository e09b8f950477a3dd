import { isJsonObject, ownValue, type Json, type JsonObject } from '../json';
import type { CheckPayload, NodeFacts, Report, Rule } from './facts';
import { isSecret } from './payload-field';
import { quote } from './text';

/** Payloads fit the schemas of their types, and `triggerConfig` that of the trigger a wait is for. */
export const payloadSchema: Rule = ({ nodes, context }, report) => {
  const { checkPayload, catalog } = context;
  if (!checkPayload) return;
  for (const node of nodes) {
    if (!node.spec) continue;
    const { type, payload } = node.node;
    check(node, checkPayload, { type, payload, schema: node.spec.payloadSchema, at: [] }, report);
    if (node.spec.execution !== 'wait') continue;
    const { triggerType, triggerConfig } = payload;
    const schema = typeof triggerType === 'string' && catalog.get(triggerType)?.waitPayloadSchema;
    if (!schema || !isJsonObject(triggerConfig)) continue;
    const config = { type: triggerType, payload: triggerConfig, schema, at: ['triggerConfig'] };
    check(node, checkPayload, config, report);
  }
};

interface Checked {
  type: string;
  payload: JsonObject;
  schema: JsonObject;
  /** Where it stands in the payload of the node. */
  at: string[];
}

function check(
  node: NodeFacts,
  checkPayload: CheckPayload,
  { type, payload, schema, at }: Checked,
  report: Report,
): void {
  for (const { field, message } of checkPayload(type, payload, schema)) {
    const path = field === '' ? [] : field.split('.');
    if (isOpen(payload, path)) continue;
    const name = [...at, ...path].join('.');
    const told = `${name === '' ? 'The payload' : quote(name)} ${message}.`;
    report('payload_invalid', node, ['payload', ...at, ...path].join('.'), told);
  }
}

/** What stands there is replaced before the schema counts: an expression by what it gives, a reference by a secret. */
function isOpen(payload: JsonObject, path: readonly string[]): boolean {
  let value: Json | undefined = payload;
  for (const key of path) {
    if (typeof value === 'string' || isSecret(value)) break;
    if (Array.isArray(value)) value = value[Number(key)];
    else value = isJsonObject(value) ? ownValue(value, key) : undefined;
  }
  return isSecret(value) || (typeof value === 'string' && value.includes('{{'));
}
