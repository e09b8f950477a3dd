import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource, In } from 'typeorm';
import type { JsonObject } from '../../definition/json';
import type { Plan } from '../../definition/plan/types';
import type { Caller } from '../auth/caller';
import { ApiError } from '../common/errors';
import type { SortKey } from '../common/cursor';
import { readRows } from '../common/cursor-page';
import { type CursorPage, pageOf } from '../common/pagination';
import { Run, RunNode, Workflow, WorkflowVersion } from '../database/entities';
import { poolOf } from '../database/data-source';
import { run, type Statement } from '../record/statements';
import { DefinitionSecrets } from '../secrets/definition-secrets';
import { DefinitionsService } from '../workflows/definitions.service';
import {
  isOfShownWorkflow,
  viewerOf,
  whereRunsVisible,
  whereRunVisible,
} from '../workflows/workflow-access';
import { buildExecutionState, type ExecutionState } from './execution-state';
import { withLoops } from './plan-scopes';
import type { GetRunQuery, ListRunsQuery } from './run.dto';
import { RunItem, type RunRow, RunView, type RunWorkflow } from './run.response';

const LIST_COLUMNS = [
  ...(['id', 'organizationId', 'workflowId', 'workflowVersion', 'status'] as const),
  ...(['triggerNodeId', 'triggerSource', 'triggeredBy', 'sourceRunId', 'parentRunId'] as const),
  ...(['isSimulation', 'startedAt', 'finishedAt', 'cu', 'error'] as const),
] satisfies (keyof RunRow)[];

const NEWEST_FIRST: readonly SortKey[] = [
  { expression: 'run.startedAt', direction: 'DESC', type: 'time' },
  { expression: 'run.id', direction: 'DESC', type: 'text' },
];

/** What a run is pinned to. */
interface Source {
  definition: JsonObject;
  plan: Plan | null;
}

type PinnedRun = Pick<
  Run,
  'organizationId' | 'id' | 'workflowId' | 'workflowVersion' | 'definition' | 'plan'
>;

/** Prepared, without the rest of the run: every resume asks this first. */
const FIND_PINNED: Statement = {
  name: 'weft_find_pinned',
  text: `SELECT organization_id AS "organizationId", id, workflow_id AS "workflowId",
    workflow_version AS "workflowVersion", definition, plan
  FROM runs run
  WHERE run.organization_id = $1 AND run.id = $2 AND ${isOfShownWorkflow('$3')}`,
};

/** JSON text of the versions that are kept, in UTF-16 units. */
const MAX_KEPT = 4_000_000;

/** Reads runs. */
@Injectable()
export class RunsService {
  /** A version never changes once it has its plan. */
  private readonly versions = new LRUCache<string, Source>({
    maxSize: MAX_KEPT,
    sizeCalculation: ({ definition }) => JSON.stringify(definition).length,
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly secrets: DefinitionSecrets,
    private readonly definitions: DefinitionsService,
  ) {}

  async list(caller: Caller, query: ListRunsQuery): Promise<CursorPage<RunItem>> {
    const { status, workflowId } = query;
    const { organizationId } = caller;
    const runs = this.dataSource.manager
      .createQueryBuilder(Run, 'run')
      .select(LIST_COLUMNS.map((column) => `run.${column}`))
      .where({ organizationId, ...(status && { status }), ...(workflowId && { workflowId }) });
    whereRunsVisible(runs, caller);
    const { rows, nextCursor } = await readRows(runs, query, NEWEST_FIRST);
    const workflows = await this.workflowsOf(organizationId, rows);
    const page = pageOf(
      rows,
      query,
      (row) => new RunItem(row, workflows.get(row.workflowId)?.name),
    );
    return { ...page, nextCursor };
  }

  async get(caller: Caller, id: string, query?: GetRunQuery): Promise<RunView> {
    const run = await this.find(caller, id);
    const workflow = (await this.workflowsOf(run.organizationId, [run])).get(run.workflowId);
    if (query?.summary === true) return new RunView(run, workflow);
    const { definition, plan } = await this.source(run);
    const executionState = await this.executionState(run, plan, query?.nodeIds);
    return new RunView(run, workflow, {
      definition: withVariables(this.secrets.mask(definition), run),
      executionState,
    });
  }

  /** A run of a private workflow is there for whom the workflow is. */
  async find(caller: Caller, id: string): Promise<Run> {
    const builder = this.dataSource.manager
      .createQueryBuilder(Run, 'run')
      .where({ organizationId: caller.organizationId, id });
    whereRunVisible(builder, caller);
    const run = await builder.getOne();
    if (run === null) throw new ApiError('runNotFound');
    return run;
  }

  /** Of a run, what {@link source} needs. A run of a workflow that is hidden from `viewer` is none; null sees all. */
  async findPinned(organizationId: string, id: string, viewer: string | null): Promise<PinnedRun> {
    const [found] = await run<PinnedRun>(poolOf(this.dataSource), FIND_PINNED, [
      organizationId,
      id,
      viewer,
    ]);
    if (found === undefined) throw new ApiError('runNotFound');
    return found;
  }

  /** Whether a run is there that the caller may not see. */
  async isHidden(caller: Caller, id: string): Promise<boolean> {
    const viewer = viewerOf(caller);
    if (viewer === null) return false;
    return this.dataSource.manager
      .createQueryBuilder(Run, 'run')
      .where({ organizationId: caller.organizationId, id })
      .andWhere(`NOT (${isOfShownWorkflow(':viewer')})`, { viewer })
      .getExists();
  }

  /** The definition and plan that a run is pinned to. */
  async source(run: PinnedRun): Promise<Source> {
    const { organizationId, workflowId, workflowVersion: number, definition, plan } = run;
    if (definition !== null) return { definition, plan };
    const key = `${organizationId} ${workflowId} ${number}`;
    const known = this.versions.get(key);
    if (known !== undefined) return known;
    const version = await this.dataSource.manager.findOneBy(WorkflowVersion, {
      ...{ organizationId, workflowId, number },
    });
    const source = {
      definition: await this.definitions.expand(organizationId, version?.definition ?? {}),
      plan: version?.plan ?? null,
    };
    if (source.plan !== null) this.versions.set(key, source);
    return source;
  }

  /** By node id; with `nodeIds` only these nodes and the loops that hold them. */
  async executionState(
    { organizationId, id: runId }: Run,
    plan: Plan | null,
    nodeIds?: readonly string[],
  ): Promise<ExecutionState> {
    const wanted = nodeIds && withLoops(plan, nodeIds);
    const records = await this.dataSource.manager.find(RunNode, {
      where: { organizationId, runId, ...(wanted && { nodeId: In([...wanted]) }) },
      order: { firstSeq: 'ASC' },
    });
    const planned = (plan?.nodes ?? []).filter(
      (node) => node.loop === undefined && wanted?.has(node.id) !== false,
    );
    return buildExecutionState(records, planned);
  }

  private async workflowsOf(
    organizationId: string,
    runs: readonly RunRow[],
  ): Promise<Map<string, RunWorkflow>> {
    const ids = [...new Set(runs.map((run) => run.workflowId))].filter((id) => id !== '');
    if (ids.length === 0) return new Map();
    const rows = await this.dataSource.manager.find(Workflow, {
      select: { id: true, name: true, ownerUserId: true },
      where: { organizationId, id: In(ids) },
    });
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** A run is shown with the variables that it found, whatever its version declares. */
function withVariables(definition: JsonObject, { variables }: Pick<Run, 'variables'>): JsonObject {
  if (variables === null) return definition;
  const found = variables.map(({ name, type, lifetime, description, default: at }) => ({
    ...{ name, type, lifetime, default: at, description },
  }));
  return { ...definition, variableDefs: found };
}
