import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { poolOf } from '../database/data-source';
import type { Workflow } from '../database/entities';
import type { Outline } from './outline';
import { shownVersion } from './workflow-state';

type Listed = Pick<
  Workflow,
  'organizationId' | 'id' | 'draftVersion' | 'liveVersion' | 'currentVersion'
>;

/** Outlines of the versions that workflows show. */
@Injectable()
export class Outlines {
  constructor(private readonly dataSource: DataSource) {}

  /** By workflow id, for workflows of one organization. */
  async ofShown(workflows: readonly Listed[]): Promise<Map<string, Outline>> {
    const [first] = workflows;
    if (first === undefined) return new Map();
    const { rows } = await poolOf(this.dataSource).query<{ id: string; outline: Outline | null }>(
      `SELECT v.workflow_id AS id, v.outline
       FROM unnest($2::text[], $3::int[]) AS shown (id, number)
       JOIN workflow_versions v ON v.organization_id = $1 AND v.workflow_id = shown.id
         AND v.number = shown.number`,
      [first.organizationId, workflows.map(({ id }) => id), workflows.map(shownVersion)],
    );
    return new Map(rows.flatMap(({ id, outline }) => (outline === null ? [] : [[id, outline]])));
  }
}
