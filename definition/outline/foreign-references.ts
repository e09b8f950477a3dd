import { type Issue, IssueList } from '../issues';
import { isJsonObject, type JsonObject } from '../json';
import { type PayloadPath, visitReferences } from '../secret-references';
import type { WorkflowDefinition } from '../types';

/**
 * References to secrets that a definition brings with it. Only the service makes them, and it shows none: one that
 * is sent was guessed or comes from elsewhere, unless `previous`, which it replaces, has the same at the same place.
 */
export function foreignReferences(
  definition: Pick<WorkflowDefinition, 'nodes'>,
  previous?: JsonObject,
): Issue[] {
  const own = new Set<string>();
  const nodes = previous?.nodes;
  if (isJsonObject(nodes)) {
    visitNodes(nodes, (nodeId, path, id) => own.add(JSON.stringify([nodeId, path, id])));
  }
  const issues = new IssueList();
  visitNodes(definition.nodes, (nodeId, path, id) => {
    if (own.has(JSON.stringify([nodeId, path, id]))) return;
    issues.add('foreign_secret', {
      nodeId,
      field: ['payload', ...path].join('.'),
      message:
        '`$secret` is made by the service alone. Send the secret itself, or `***` to keep the one that is there.',
    });
  });
  return issues.all();
}

function visitNodes(
  nodes: Readonly<Record<string, unknown>>,
  see: (nodeId: string, path: PayloadPath, id: string) => void,
): void {
  for (const [nodeId, node] of Object.entries(nodes)) {
    if (!isJsonObject(node) || !isJsonObject(node.payload)) continue;
    visitReferences(node.payload, [], (path, id) => {
      see(nodeId, path, id);
    });
  }
}
