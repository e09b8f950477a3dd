import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Plan } from '../../definition/plan/types';
import { ApiError } from '../common/errors';
import { poolOf } from '../database/data-source';
import { actionTypesOf, DISABLED_ACTIONS, disabledActions } from '../record/disabled-actions';

/** Asked before anything is published or run. */
@Injectable()
export class ActionRestrictions {
  constructor(private readonly dataSource: DataSource) {}

  /** Throws 403 with the nodes whose action the organization has disabled. */
  async require(organizationId: string, plan: Plan, manager?: EntityManager): Promise<void> {
    const types = manager
      ? await this.disabledWithin(manager, organizationId, plan)
      : await disabledActions(poolOf(this.dataSource), organizationId, actionTypesOf(plan));
    if (types.length === 0) return;
    throw new ApiError(
      'actionDisabled',
      `The organization has disabled: ${types.join(', ')}.`,
      plan.nodes
        .filter(({ type }) => types.includes(type))
        .map(({ id, type }) => ({ nodeId: id, actionType: type })),
    );
  }

  /** On the connection of a transaction, which must not wait for another one. */
  private async disabledWithin(
    manager: EntityManager,
    organizationId: string,
    plan: Plan,
  ): Promise<string[]> {
    const parameters = [organizationId, actionTypesOf(plan)];
    const rows = await manager.query<{ type: string }[]>(DISABLED_ACTIONS.text, parameters);
    return rows.map(({ type }) => type);
  }
}
