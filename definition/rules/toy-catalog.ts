import type { Catalog, NodeSpec } from '../catalog';
import type { JsonObject } from '../json';
import { coreSpecs } from '../nodes';
import type { WorkflowDefinition, WorkflowNode } from '../types';

/** A node type for the specs of rules and plans: as little as such a spec needs. */
export function toySpec(type: string, more: Partial<NodeSpec> = {}): NodeSpec {
  return {
    type,
    title: `Toy ${type}`,
    description: 'For specs.',
    category: 'Utility',
    tags: [],
    execution: 'activity',
    payloadSchema: { type: 'object' },
    resultSchema: { type: 'object' },
    behaviour: { sideEffects: true },
    example: { payload: {}, result: null },
    ...more,
  };
}

const closed = (properties: JsonObject): JsonObject => ({
  type: 'object',
  properties,
  additionalProperties: false,
});

/** The nodes of the engine, and toys in place of the actions that live outside of the core. */
export const toyCatalog: Catalog = new Map(
  [
    ...coreSpecs,
    toySpec('cronjob', { execution: 'trigger' }),
    toySpec('http-request', {
      payloadSchema: closed({
        url: { type: 'string' },
        method: { type: 'string' },
        headers: { type: 'object' },
        body: { type: 'string' },
        timeout: { type: 'integer' },
      }),
      resultSchema: {
        type: 'object',
        properties: { status: { type: 'integer' }, body: { type: 'string' }, json: {} },
      },
    }),
    toySpec('send-webhook', { behaviour: { sideEffects: true, idempotent: true } }),
    toySpec('regex', { execution: 'local', behaviour: { sideEffects: false } }),
    toySpec('format', { execution: 'local', behaviour: { sideEffects: false } }),
    toySpec('code-transform', {
      behaviour: { sideEffects: false },
      payloadSchema: closed({ code: { type: 'string' }, input: {}, timeout: { type: 'number' } }),
      resultSchema: { type: 'object', properties: { output: {} } },
    }),
    toySpec('db-query', {
      connector: { type: 'db', required: true },
      resultSchema: {
        type: 'object',
        properties: { rows: { type: 'array', items: { type: 'object' } } },
      },
    }),
    toySpec('chat-message', { connector: { type: 'chat', required: false } }),
  ].map((spec) => [spec.type, spec]),
);

/** A definition of these nodes: `type` alone stands for a node without payload and children. */
export function definitionOf(
  nodes: Record<string, string | (Partial<WorkflowNode> & { type: string })>,
  more: Partial<WorkflowDefinition> = {},
): WorkflowDefinition {
  const whole = Object.entries(nodes).map(([id, node]): [string, WorkflowNode] => [
    id,
    { payload: {}, ...(typeof node === 'string' ? { type: node } : node) },
  ]);
  return { nodes: Object.fromEntries(whole), ...more };
}
