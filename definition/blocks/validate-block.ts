import { isJsonObject, ownValue, type Json, type JsonObject } from '../json';
import { IssueList, type Issue } from '../issues';
import { parseDefinition } from '../parse';
import type { ValidationContext } from '../rules/facts';
import type { WorkflowDefinition } from '../types';
import { validate } from '../validate';
import { bordersOf } from './borders';
import type { BlockDefinition, BlockOutput } from './types';

export type ParsedBlock =
  { ok: true; definition: BlockDefinition } | { ok: false; issues: Issue[] };

/** Fields of a block's definition. */
const FIELDS = ['nodes', 'inputSchema', 'outputSchema'];

/** Reads the outline of a block's definition, as `parseDefinition` does that of a workflow. */
export function parseBlock(json: unknown): ParsedBlock {
  const parsed = parseDefinition(json);
  if (!parsed.ok) return parsed;
  const issues = new IssueList();
  const { nodes, inputSchema, ...rest } = parsed.definition;
  const raw = rest as unknown as JsonObject;
  for (const name of Object.keys(raw)) {
    if (FIELDS.includes(name)) continue;
    const message = `A block has \`nodes\`, \`inputSchema\` and \`outputSchema\`, and no field \`${name}\`.`;
    issues.add('unknown_field', { field: name, message });
  }
  if (Object.hasOwn(nodes, 'root')) {
    const message =
      '`root` is the trigger of the workflow around the block. Give this node another id.';
    issues.add('reserved_id', { nodeId: 'root', message });
  }
  if (Object.keys(nodes).length === 0) {
    issues.add('nodes_missing', { field: 'nodes', message: 'A block needs a node.' });
  }
  const outputSchema = readOutputs(ownValue(raw, 'outputSchema') ?? null, issues);
  const found = issues.all();
  if (found.length > 0) return { ok: false, issues: found };
  return { ok: true, definition: { nodes, inputSchema: inputSchema ?? [], outputSchema } };
}

function readOutputs(json: Json, issues: IssueList): BlockOutput[] {
  if (json === null) return [];
  const example = '[{"key": "total", "sourceNode": "sum", "sourceField": "output"}]';
  const isList =
    Array.isArray(json) &&
    json.every(
      (one) =>
        isJsonObject(one) && typeof one.key === 'string' && typeof one.sourceNode === 'string',
    );
  if (isList) return json as unknown as BlockOutput[];
  const message = `\`outputSchema\` is a list of outputs with \`key\` and \`sourceNode\`: ${example}.`;
  issues.add('wrong_type', { field: 'outputSchema', message });
  return [];
}

/** All that keeps a block from being used. `id` is its own, when it has one: it can't hold itself. */
export function validateBlock(
  definition: BlockDefinition,
  context: Omit<ValidationContext, 'block'>,
  id?: string,
): Issue[] {
  const { nodes, inputSchema } = definition;
  const { beginnings } = bordersOf(definition);
  const whole: WorkflowDefinition = {
    nodes: { ...nodes, root: { type: 'manual', payload: {}, children: beginnings } },
    ...(inputSchema && { inputSchema }),
  };
  return validate(whole, { ...context, block: { definition, ...(id !== undefined && { id }) } });
}
