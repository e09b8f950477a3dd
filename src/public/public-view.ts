import { isJsonObject, type Json, type JsonObject, setOwn } from '../../definition/json';
import type { NodeStatus } from '../../definition/progress';

/** All that everybody is told of a node. */
export interface PublicNode {
  type: string;
  children: string[];
  /** `for-each` only. */
  loopBody?: string[];
}

export type PublicNodeStatus = 'pending' | 'running' | 'success' | 'failure' | 'skipped';

/** The nodes of a definition by id, with nothing of what they do. */
export function publicNodes({ nodes }: JsonObject): Record<string, PublicNode> {
  const shown: Record<string, PublicNode> = {};
  for (const [id, node] of Object.entries(isJsonObject(nodes) ? nodes : {})) {
    if (isJsonObject(node)) setOwn(shown, id, publicNode(node));
  }
  return shown;
}

function publicNode({ type, children, loopBody }: JsonObject): PublicNode {
  return {
    type: typeof type === 'string' ? type : '',
    children: idsOf(children),
    ...(loopBody !== undefined && { loopBody: idsOf(loopBody) }),
  };
}

function idsOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}

const STATUSES: Readonly<Record<NodeStatus, PublicNodeStatus>> = {
  pending: 'pending',
  running: 'running',
  waiting: 'running',
  scheduled: 'running',
  success: 'success',
  partial: 'success',
  failure: 'failure',
  skipped: 'skipped',
  cancelled: 'skipped',
};

/** In the five words that public views have. */
export function publicStatus(status: NodeStatus): PublicNodeStatus {
  return STATUSES[status];
}
