import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Caller, type Identity, requirePermission } from '../auth/caller';
import { ApiError } from '../common/errors';
import { poolOf } from '../database/data-source';
import { OrganizationMember, Workflow, WorkflowUse } from '../database/entities';
import { isHiddenFrom, viewerOf, whereVisible } from './workflow-access';
import type {
  TransferOwnerDto,
  UpdateUiMetadataDto,
  UpdateVisibilityDto,
} from './workflow-settings.dto';
import {
  IncomingLinks,
  OwnerChanged,
  UiMetadataChanged,
  VisibilityChanged,
  WorkflowPlace,
} from './workflow-settings.response';
import { expectVersion, refuseArchived } from './workflow-state';
import { WorkflowStore } from './workflow-store';

/** Whose a workflow is, who sees it, and what stands around it. */
@Injectable()
export class WorkflowSettingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: WorkflowStore,
  ) {}

  /** To show a workflow to the world takes the permission to publish. */
  setVisibility(caller: Caller, id: string, dto: UpdateVisibilityDto): Promise<VisibilityChanged> {
    return this.store.change(caller, id, (workflow) => {
      if (dto.visibility.startsWith('public')) requirePermission(caller, 'workflow:publish');
      workflow.visibility = dto.visibility;
      return new VisibilityChanged(workflow);
    });
  }

  /** By its owner or by an owner of the organization, to another member. */
  transfer(caller: Caller, id: string, { ownerUserId }: TransferOwnerDto): Promise<OwnerChanged> {
    const { organizationId, principal } = caller;
    return this.store.change(caller, id, async (workflow, manager) => {
      const isFree = workflow.ownerUserId === null;
      if (!isFree && workflow.ownerUserId !== principal.id && !mayTransferAll(caller)) {
        throw new ApiError('notWorkflowOwner');
      }
      const member = { organizationId, userId: ownerUserId };
      if (!(await manager.existsBy(OrganizationMember, member))) {
        throw new ApiError('memberNotFound');
      }
      workflow.ownerUserId = ownerUserId;
      return new OwnerChanged(id, ownerUserId);
    });
  }

  /** In place: neither a new version nor a draft. */
  setUiMetadata(caller: Caller, id: string, dto: UpdateUiMetadataDto): Promise<UiMetadataChanged> {
    return this.store.change(caller, id, (workflow) => {
      refuseArchived(workflow);
      expectVersion(workflow, dto.expectedCurrentVersion);
      workflow.uiMetadata = dto.uiMetadata;
      return new UiMetadataChanged(workflow);
    });
  }

  async incomingLinks(caller: Caller, id: string): Promise<IncomingLinks> {
    const { organizationId } = await this.store.find(caller, id);
    const builder = this.dataSource.manager
      .createQueryBuilder(Workflow, 'w')
      .select('w.id', 'id')
      .innerJoin(
        WorkflowUse,
        'u',
        "u.organizationId = w.organizationId AND u.workflowId = w.id AND u.kind = 'workflow'",
      )
      .where('w.organizationId = :organizationId AND u.name = :id', { organizationId, id })
      .andWhere("w.status <> 'archived'")
      .orderBy('w.id');
    whereVisible(builder, caller);
    const rows = await builder.getRawMany<{ id: string }>();
    return new IncomingLinks(rows.map((row) => row.id));
  }

  /** The organization of a workflow that the caller can see: of a person, in any of theirs. */
  async resolve(identity: Identity, id: string): Promise<WorkflowPlace> {
    const { rows } = await poolOf(this.dataSource).query<WorkflowPlace>(
      identity.kind === 'caller' ? PLACE_OF_KEY : PLACE_OF_PERSON,
      identity.kind === 'caller'
        ? [identity.caller.organizationId, id, viewerOf(identity.caller)]
        : [identity.person.userId, id],
    );
    const [place] = rows;
    if (place === undefined) throw new ApiError('workflowNotFound');
    return Object.assign(new WorkflowPlace(), place, { isMember: true });
  }
}

const PLACE_OF_KEY = `
  SELECT o.id AS "organizationId", o.name AS "organizationName"
  FROM workflows w JOIN organizations o ON o.id = w.organization_id
  WHERE w.organization_id = $1 AND w.id = $2
    AND NOT ${isHiddenFrom('$3')}`;

const PLACE_OF_PERSON = `
  SELECT o.id AS "organizationId", o.name AS "organizationName"
  FROM organization_members m
  JOIN workflows w ON w.organization_id = m.organization_id AND w.id = $2
  JOIN organizations o ON o.id = w.organization_id AND o.deleted_at IS NULL
  WHERE m.user_id = $1 AND (m.role = 'owner' OR NOT ${isHiddenFrom('$1')})`;

/** Owners of the organization, and machines that they gave as much. */
function mayTransferAll({ permissions }: Caller): boolean {
  return permissions.has('member:update_role');
}
