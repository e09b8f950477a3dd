import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Plan } from '../../definition/plan/types';
import { ApiError } from '../common/errors';
import { actionTypesOf, DISABLED_ACTIONS } from '../record/disabled-actions';

/** Asked before anything is published or run. */
@Injectable()
export class ActionRestrictions {
  constructor(private readonly dataSource: DataSource) {}

  /** Throws 403 with the nodes whose action the organization has disabled. */
  async require(
    organizationId: string,
    plan: Plan,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<void> {
    const parameters = [organizationId, actionTypesOf(plan)];
    const rows = await manager.query<{ type: string }[]>(DISABLED_ACTIONS.text, parameters);
    if (rows.length === 0) return;
    const types = rows.map(({ type }) => type);
    throw new ApiError(
      'actionDisabled',
      `The organization has disabled: ${types.join(', ')}.`,
      plan.nodes
        .filter(({ type }) => types.includes(type))
        .map(({ id, type }) => ({ nodeId: id, actionType: type })),
    );
  }
}
