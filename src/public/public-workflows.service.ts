import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { JsonObject } from '../../definition/json';
import { ApiError } from '../common/errors';
import { poolOf } from '../database/data-source';
import type {
  WidgetConfig,
  WorkflowStatus,
  WorkflowVisibility,
} from '../database/entities/workflow.entity';
import { run, type Statement } from '../record/statements';
import { PublicWorkflowView } from './public-workflow.response';

/** A workflow that everybody may see. */
export interface PublicWorkflow {
  organizationId: string;
  id: string;
  name: string;
  description: string;
  status: WorkflowStatus;
  type: string;
  visibility: WorkflowVisibility;
  liveVersion: number;
  createdAt: Date;
  cooldownSeconds: number | null;
  dailyLimit: number | null;
  widget: WidgetConfig | null;
}

/** SQL: the workflow `w` is there for everybody. */
export const IS_PUBLIC = `w.visibility IN ('public_view', 'public_execute')
  AND w.status <> 'archived' AND w.live_version IS NOT NULL
  AND EXISTS (SELECT FROM organizations o WHERE o.id = w.organization_id AND o.deleted_at IS NULL)`;

const FIND: Statement = {
  name: 'weft_public_workflow',
  text: `SELECT w.organization_id AS "organizationId", w.id, w.name, w.description, w.status, w.type,
      w.visibility, w.live_version AS "liveVersion", w.created_at AS "createdAt", w.widget,
      w.public_run_cooldown_seconds AS "cooldownSeconds", w.public_run_daily_limit AS "dailyLimit"
    FROM workflows w WHERE w.id = $1 AND ${IS_PUBLIC}`,
};

const DEFINITION: Statement = {
  name: 'weft_public_definition',
  text: `SELECT definition FROM workflow_versions
    WHERE organization_id = $1 AND workflow_id = $2 AND number = $3 AND published_at IS NOT NULL`,
};

/** The one way by which who has no credential comes to an organization: by the id of a public workflow. */
@Injectable()
export class PublicWorkflows {
  private readonly pool;

  constructor(dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  /** Throws 404 for what does not exist and for what is not public alike. */
  async find(id: string): Promise<PublicWorkflow> {
    const [workflow] = await run<PublicWorkflow>(this.pool, FIND, [id]);
    if (workflow === undefined) throw new ApiError('workflowNotFound');
    return workflow;
  }

  /** The live version, or another one that was: what is edited is nobody's business yet. */
  async view(id: string, wanted: number | undefined): Promise<PublicWorkflowView> {
    const workflow = await this.find(id);
    const number = wanted ?? workflow.liveVersion;
    return new PublicWorkflowView(workflow, number, await this.definition(workflow, number));
  }

  /** Throws 404 for a version that never went live. */
  async definition(
    { organizationId, id: workflowId }: Pick<PublicWorkflow, 'organizationId' | 'id'>,
    number: number,
  ): Promise<JsonObject> {
    const values = [organizationId, workflowId, number];
    const [version] = await run<{ definition: JsonObject }>(this.pool, DEFINITION, values);
    if (version === undefined) throw new ApiError('versionNotFound');
    return version.definition;
  }
}
