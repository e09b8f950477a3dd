import { IssueList, type Issue } from './issues';
import { isJsonObject, ownValue, setOwn, type Json, type JsonObject } from './json';
import { DEFINITION_LIMITS, type DefinitionLimits } from './limits';
import { DEFINITION_FIELDS, NODE_FIELDS, type FieldCheck } from './outline/fields';
import { checkSize } from './outline/size';
import type { WorkflowDefinition } from './types';

export type ParsedDefinition =
  { ok: true; definition: WorkflowDefinition } | { ok: false; issues: Issue[] };

/**
 * Reads the outline of a definition: limits, ids, and that each field holds the kind of JSON it takes.
 * Whatever has this outline can be saved as a draft; what it means is judged by `validate`. Unknown fields are
 * kept, null in an optional field counts as absent, and a node without `payload` gets an empty one.
 */
export function parseDefinition(
  json: unknown,
  limits: DefinitionLimits = DEFINITION_LIMITS,
): ParsedDefinition {
  const issues = new IssueList();
  const nodes = readNodes(json, issues);
  if (!nodes) return { ok: false, issues: issues.all() };
  checkSize(nodes.definition, nodes.nodes, limits, issues);
  if (issues.all().length > 0) return { ok: false, issues: issues.all() };

  const definition = withChecks(nodes.definition, DEFINITION_FIELDS, (field, message) => {
    issues.add('wrong_type', { field, message });
  });
  const parsed: JsonObject = {};
  for (const [id, node] of Object.entries(nodes.nodes)) {
    if (issues.full) break;
    setOwn(parsed, id, parseNode(id, node, issues));
  }
  const found = issues.all();
  if (found.length > 0) return { ok: false, issues: found };
  // The checks above are what makes it one.
  return {
    ok: true,
    definition: { ...definition, nodes: parsed } as unknown as WorkflowDefinition,
  };
}

function readNodes(
  json: unknown,
  issues: IssueList,
): { definition: JsonObject; nodes: JsonObject } | undefined {
  if (typeof json === 'string') {
    const message = 'Send the definition as a JSON object, not as a string of JSON.';
    issues.add('definition_is_text', { message });
    return undefined;
  }
  if (!isJsonObject(json)) {
    const message = 'A definition is a JSON object: {"nodes": {"root": { ... }}}.';
    issues.add('definition_not_object', { message });
    return undefined;
  }
  const nodes = ownValue(json, 'nodes');
  if (isJsonObject(nodes)) return { definition: json, nodes };
  issues.add('nodes_missing', { field: 'nodes', message: nodesMissing(json, nodes) });
  return undefined;
}

function nodesMissing(json: JsonObject, nodes: Json | undefined): string {
  if (Array.isArray(nodes)) {
    return '`nodes` is an object with the id of each node as key, not a list: {"root": { ... }}.';
  }
  for (const key of ['workflow', 'definition']) {
    if (ownValue(json, key) === undefined) continue;
    return `The definition is wrapped in \`${key}\`. Send what is in it: \`nodes\` stands at the top of a definition.`;
  }
  return 'A definition needs `nodes`, an object with the id of each node as key: {"root": { ... }}.';
}

function parseNode(id: string, node: Json, issues: IssueList): Json {
  if (!isJsonObject(node)) {
    const message = 'A node is an object: {"type": "log", "payload": { ... }, "children": []}.';
    issues.add('wrong_type', { nodeId: id, message });
    return node;
  }
  if (typeof ownValue(node, 'type') !== 'string') {
    const message = '`type` says what the node is, such as "log" or "http-request".';
    issues.add('type_missing', { nodeId: id, field: 'type', message });
  }
  const parsed = withChecks(node, NODE_FIELDS, (field, message) => {
    issues.add('wrong_type', { nodeId: id, field, message });
  });
  return ownValue(parsed, 'payload') === undefined ? { ...parsed, payload: {} } : parsed;
}

/** A copy without the optional fields that are null, every other known field having been checked. */
function withChecks(
  object: JsonObject,
  fields: ReadonlyMap<string, FieldCheck>,
  report: (field: string, message: string) => void,
): JsonObject {
  const copy: JsonObject = {};
  for (const [key, value] of Object.entries(object)) {
    const check = fields.get(key);
    if (check && value === null) continue;
    check?.(value, key, report);
    setOwn(copy, key, value);
  }
  return copy;
}
