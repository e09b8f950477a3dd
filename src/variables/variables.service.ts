import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Json } from '../../definition/json';
import { MAX_VARIABLE_SIZE, MAX_VARIABLES } from '../../definition/limits';
import {
  isTooLarge,
  VARIABLE_NAME,
  variableProblems,
  variableTypeOf,
} from '../../definition/variables';
import type { Caller } from '../auth/caller';
import { ApiError } from '../common/errors';
import { WorkflowVariable } from '../database/entities';
import { keepWithWork } from '../idempotency/keep-with-work';
import { refuseArchived } from '../workflows/workflow-state';
import { WorkflowStore } from '../workflows/workflow-store';
import type { VariableDefDto } from './variable.dto';
import { VariableDefView, VariableList, VariableView } from './variable.response';
import { VariableWrites } from './variable-writes.service';

/** Variables of workflows. A run under way keeps those that it found at its start. */
@Injectable()
export class VariablesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: WorkflowStore,
    private readonly writes: VariableWrites,
  ) {}

  async list(caller: Caller, workflowId: string): Promise<VariableList> {
    const { organizationId, id } = await this.store.find(caller, workflowId);
    const variables = await this.dataSource.manager.find(WorkflowVariable, {
      where: { organizationId, workflowId: id },
      order: { name: 'ASC' },
    });
    return new VariableList(variables);
  }

  /** Makes the variable, or makes another one of it. A value that does not fit any more is dropped. */
  async upsert(
    caller: Caller,
    workflowId: string,
    name: string,
    dto: VariableDefDto,
  ): Promise<VariableDefView> {
    return this.store.change(caller, workflowId, async (workflow, manager) => {
      refuseArchived(workflow);
      checkDef(name, dto);
      const owner = { organizationId: caller.organizationId, workflowId };
      const known = await lockVariable(manager, { ...owner, name });
      if (known === null) await this.requireRoom(manager, owner);
      const variable = known ?? manager.create(WorkflowVariable, { ...owner, name, value: null });
      const hadValue = variable.value;
      const before = variable.value ?? variable.defaultValue ?? null;
      Object.assign(variable, {
        ...{ type: dto.type, lifetime: dto.lifetime, defaultValue: dto.default ?? null },
        description: dto.description ?? '',
        value: valueThatFits(hadValue, dto),
      });
      if (hadValue !== null && variable.value === null) {
        variable.version += 1;
        variable.lastRunId = null;
        await this.writes.byHand(manager, variable, 'manual_reset', before);
      }
      return new VariableDefView(await manager.save(variable));
    });
  }

  async delete(caller: Caller, workflowId: string, name: string): Promise<void> {
    await this.change(caller, workflowId, name, async (variable, manager) => {
      await manager.remove(variable);
    });
  }

  async setValue(
    caller: Caller,
    workflowId: string,
    name: string,
    value: Json | undefined,
  ): Promise<VariableView> {
    return this.change(caller, workflowId, name, async (variable, manager) => {
      if (variable.lifetime === 'reset') throw new ApiError('variableNotKept');
      checkValue(variable, value ?? null);
      const before = variable.value ?? variable.defaultValue;
      Object.assign(variable, { value, version: variable.version + 1, lastRunId: null });
      await this.writes.byHand(manager, variable, 'manual_set', before);
      return new VariableView(await manager.save(variable));
    });
  }

  /** Back to the default. One that was never written stays as it is. */
  async reset(caller: Caller, workflowId: string, name: string): Promise<VariableView> {
    return this.change(caller, workflowId, name, async (variable, manager) => {
      const before = variable.value;
      if (before === null) return new VariableView(variable);
      Object.assign(variable, { value: null, version: variable.version + 1, lastRunId: null });
      await this.writes.byHand(manager, variable, 'manual_reset', before);
      return new VariableView(await manager.save(variable));
    });
  }

  /** While nobody else writes the variable, runs included. */
  private async change<T>(
    caller: Caller,
    workflowId: string,
    name: string,
    work: (variable: WorkflowVariable, manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    const workflow = await this.store.find(caller, workflowId);
    refuseArchived(workflow);
    return this.dataSource.transaction(async (manager) => {
      const owner = { organizationId: caller.organizationId, workflowId };
      const variable = await lockVariable(manager, { ...owner, name });
      if (variable === null) throw new ApiError('variableNotFound');
      return keepWithWork(caller, manager, await work(variable, manager));
    });
  }

  private async requireRoom(
    manager: EntityManager,
    owner: { organizationId: string; workflowId: string },
  ): Promise<void> {
    const count = await manager.countBy(WorkflowVariable, owner);
    if (count >= MAX_VARIABLES) throw new ApiError('tooManyVariables');
  }
}

async function lockVariable(
  manager: EntityManager,
  { name, ...owner }: { organizationId: string; workflowId: string; name: string },
): Promise<WorkflowVariable | null> {
  if (!VARIABLE_NAME.test(name)) return null;
  const lock = { mode: 'pessimistic_write' as const };
  return manager.findOne(WorkflowVariable, { where: { ...owner, name }, lock });
}

function checkDef(name: string, dto: VariableDefDto): void {
  const problems = variableProblems({
    ...{ name, type: dto.type, lifetime: dto.lifetime, default: dto.default ?? null },
  });
  if ((dto.name ?? name) !== name) {
    problems.push({ field: 'name', message: 'name must be the one in the address' });
  }
  if (problems.length > 0) throw ApiError.fields(problems);
}

function checkValue({ type }: WorkflowVariable, value: Json): void {
  const field = 'value';
  if (variableTypeOf(value) !== type) {
    throw ApiError.fields([{ field, message: `value must be of the type ${type}` }]);
  }
  if (!isTooLarge(value)) return;
  throw ApiError.fields([{ field, message: `value must have at most ${MAX_VARIABLE_SIZE} bytes` }]);
}

function valueThatFits(value: Json, { type, lifetime }: VariableDefDto): Json {
  return lifetime === 'persist' && variableTypeOf(value) === type ? value : null;
}
