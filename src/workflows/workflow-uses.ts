import type { EntityManager } from 'typeorm';
import { type Workflow, WorkflowUse, WorkflowVersion } from '../database/entities';
import type { UseKind } from '../database/entities/workflow-use.entity';
import type { Outline } from './outline';
import { shownVersion } from './workflow-state';

/** Longer names are none of any action, connector or workflow. */
const MAX_NAME = 200;

/** Writes anew what a workflow is found by, after its draft or its live version has changed. */
export async function writeUses(manager: EntityManager, workflow: Workflow): Promise<void> {
  const { organizationId, id: workflowId } = workflow;
  const shown = await outline(manager, workflow, shownVersion(workflow));
  const live = await outline(manager, workflow, workflow.liveVersion);
  const links = [...(shown?.linkedWorkflowIds ?? []), ...(live?.linkedWorkflowIds ?? [])];
  const blocks = [...(shown?.blockIds ?? []), ...(live?.blockIds ?? [])];
  const uses: [UseKind, string][] = [
    ...(shown?.nodeTypes ?? []).map((name): [UseKind, string] => ['node', name]),
    ...(shown?.connectorTypes ?? []).map((name): [UseKind, string] => ['connector', name]),
    ...[...new Set(links)].map((name): [UseKind, string] => ['workflow', name]),
    ...[...new Set(blocks)].map((name): [UseKind, string] => ['block', name]),
  ];
  const named = uses.filter(([, name]) => name.length <= MAX_NAME);
  await manager.delete(WorkflowUse, { organizationId, workflowId });
  await manager.query(
    `INSERT INTO workflow_uses (organization_id, workflow_id, kind, name)
     SELECT $1, $2, kind, name FROM unnest($3::text[], $4::text[]) AS used (kind, name)`,
    [organizationId, workflowId, named.map(([kind]) => kind), named.map(([, name]) => name)],
  );
}

async function outline(
  manager: EntityManager,
  { organizationId, id: workflowId }: Workflow,
  number: number | null,
): Promise<Outline | null> {
  if (number === null) return null;
  const version = await manager.findOne(WorkflowVersion, {
    select: { outline: true },
    where: { organizationId, workflowId, number },
  });
  return version?.outline ?? null;
}
