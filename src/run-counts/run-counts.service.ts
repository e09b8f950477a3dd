import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RunStatus } from '../../definition/progress';
import { poolOf } from '../database/data-source';
import { run, type Statement } from '../record/statements';
import { daysAfter, type Period, wholeDays } from './periods';
import {
  BY_STATUS,
  BY_STATUS_SINCE,
  BY_WORKFLOW,
  BY_WORKFLOW_SINCE,
  COSTS_BY_WORKFLOW,
  OF_TRIGGERS,
  OF_WORKFLOWS,
} from './statements';

export type Counts = Record<RunStatus, number>;

/** What the runs of a workflow have cost, simulations aside. */
export interface WorkflowCost {
  /** Empty, as its name, status and type, for the runs of definitions that were sent along. */
  workflowId: string;
  workflowName: string;
  status: string;
  triggerType: string;
  runCount: number;
  totalCu: number;
}

interface LastStart {
  /** Null while there was none. */
  lastStartedAt: Date | null;
}

/** Reads how many runs there are, without reading runs. */
@Injectable()
export class RunCounts {
  constructor(private readonly dataSource: DataSource) {}

  /** Without those that are hidden from `viewer`. */
  async byStatus(
    organizationId: string,
    viewer: string | null,
    from?: Date,
  ): Promise<Counts | undefined> {
    const [counts] = await (from === undefined
      ? this.read<Counts>(BY_STATUS, [organizationId, viewer])
      : this.read<Counts>(BY_STATUS_SINCE, [
          ...[organizationId, from, daysAfter(from, new Date()).first, viewer],
        ]));
    return counts;
  }

  /** The busiest first, at most `limit`. Not those that are hidden from `viewer`. */
  byWorkflow(
    organizationId: string,
    viewer: string | null,
    limit: number,
    from?: Date,
  ): Promise<(Counts & { workflowId: string })[]> {
    if (from === undefined) return this.read(BY_WORKFLOW, [organizationId, limit, viewer]);
    const { first, periods } = daysAfter(from, new Date());
    return this.read(BY_WORKFLOW_SINCE, [
      ...[organizationId, from, first, ...asArrays(periods), viewer, limit],
    ]);
  }

  /** Of the runs that were started in the time, the costliest workflows first, at most `limit`. */
  costsByWorkflow(
    organizationId: string,
    viewer: string | null,
    limit: number,
    { from, to }: { from: Date; to: Date },
  ): Promise<WorkflowCost[]> {
    const { first, last, periods } = wholeDays(from, to, new Date());
    return this.read(COSTS_BY_WORKFLOW, [
      ...[organizationId, from, first, last, to, ...asArrays(periods), viewer, limit],
    ]);
  }

  /** By workflow id. */
  async ofWorkflows(
    organizationId: string,
    workflowIds: readonly string[],
  ): Promise<Map<string, Counts & LastStart>> {
    const rows = await this.read<Counts & LastStart & { workflowId: string }>(OF_WORKFLOWS, [
      organizationId,
      workflowIds,
    ]);
    return new Map(rows.map((row) => [row.workflowId, row]));
  }

  /** By id of the trigger node; none for a trigger that never fired. */
  async ofTriggers(
    organizationId: string,
    workflowId: string,
    triggerNodeIds: readonly string[],
  ): Promise<Map<string, Counts & LastStart>> {
    const rows = await this.read<Counts & LastStart & { triggerNodeId: string }>(OF_TRIGGERS, [
      ...[organizationId, workflowId, triggerNodeIds],
    ]);
    return new Map(rows.map((row) => [row.triggerNodeId, row]));
  }

  private read<Row extends object>(statement: Statement, values: unknown[]): Promise<Row[]> {
    return run<Row>(poolOf(this.dataSource), statement, values);
  }
}

function asArrays(periods: readonly Period[]): [days: number[], starts: string[], signs: number[]] {
  return [
    periods.map(({ days }) => days),
    periods.map(({ start }) => start),
    periods.map(({ sign }) => sign),
  ];
}
