import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Json } from '../../definition/json';
import { VARIABLE_NAME } from '../../definition/variables';
import type { Caller } from '../auth/caller';
import type { SortKey } from '../common/cursor';
import { readPage } from '../common/cursor-page';
import { ApiError } from '../common/errors';
import type { CursorPage, CursorPageQuery } from '../common/pagination';
import { Run, VariableWrite, WorkflowVariable } from '../database/entities';
import type { VariableOp } from '../database/entities/variable-write.entity';
import { whereRunVisible } from '../workflows/workflow-access';
import { WorkflowStore } from '../workflows/workflow-store';
import { VariableWriteView } from './variable.response';

const NEWEST_FIRST: readonly SortKey[] = [
  { expression: 'written.id', direction: 'DESC', type: 'number' },
];

/** What was written to variables. The writes of nodes are recorded by the database itself, with their success. */
@Injectable()
export class VariableWrites {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: WorkflowStore,
  ) {}

  /** Of a variable, the newest first, also when it is deleted by now; without those of simulations. */
  async ofVariable(
    caller: Caller,
    workflowId: string,
    name: string,
    query: CursorPageQuery,
  ): Promise<CursorPage<VariableWriteView>> {
    const { organizationId } = await this.store.find(caller, workflowId);
    if (!VARIABLE_NAME.test(name)) throw new ApiError('variableNotFound');
    const page = await this.page({ organizationId, workflowId, name, isSimulation: false }, query);
    if (page.items.length > 0) return page;
    const where = { organizationId, workflowId, name };
    const exists = await this.dataSource.manager.existsBy(WorkflowVariable, where);
    if (exists || query.offset > 0 || query.cursor !== undefined) return page;
    throw new ApiError('variableNotFound');
  }

  /** Of a run, the newest first. */
  async ofRun(
    caller: Caller,
    runId: string,
    query: CursorPageQuery,
  ): Promise<CursorPage<VariableWriteView>> {
    const { organizationId } = caller;
    const found = this.dataSource
      .createQueryBuilder(Run, 'run')
      .where({ organizationId, id: runId });
    whereRunVisible(found, caller);
    if (!(await found.getExists())) throw new ApiError('runNotFound');
    return this.page({ organizationId, runId }, query);
  }

  /** Records what a person has done to a variable, which is as it will be. SQL, since TypeORM gives the id itself. */
  async byHand(
    manager: EntityManager,
    { organizationId, workflowId, name, value, defaultValue }: WorkflowVariable,
    op: VariableOp,
    before: Json,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO variable_writes
         (organization_id, workflow_id, name, op, scope, old_value, new_value, written_at)
       VALUES ($1, $2, $3, $4, 'workflow', $5, $6, now())`,
      [organizationId, workflowId, name, op, textOf(before), textOf(value ?? defaultValue)],
    );
  }

  private async page(
    where: Partial<Pick<VariableWrite, 'organizationId' | 'workflowId' | 'name' | 'runId'>> & {
      isSimulation?: boolean;
    },
    query: CursorPageQuery,
  ): Promise<CursorPage<VariableWriteView>> {
    const rows = this.dataSource.createQueryBuilder(VariableWrite, 'written').where(where);
    return readPage(rows, query, NEWEST_FIRST, (row) => new VariableWriteView(row));
  }
}

/** JSON as a parameter; SQL's null when there is no value. */
function textOf(value: Json | undefined): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
