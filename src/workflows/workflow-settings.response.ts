import { ApiProperty } from '@nestjs/swagger';
import type { Workflow } from '../database/entities';
import { shownVersion } from './workflow-state';

export class VisibilityChanged {
  @ApiProperty()
  id: string;

  @ApiProperty({ enum: ['private', 'org', 'public_view', 'public_execute'] })
  visibility: string;

  constructor({ id, visibility }: Workflow) {
    this.id = id;
    this.visibility = visibility;
  }
}

export class OwnerChanged {
  @ApiProperty()
  id: string;

  @ApiProperty()
  ownerUserId: string;

  constructor(id: string, ownerUserId: string) {
    this.id = id;
    this.ownerUserId = ownerUserId;
  }
}

export class UiMetadataChanged {
  @ApiProperty({ type: 'integer', description: 'The version shown, which stays the same.' })
  version: number;

  constructor(workflow: Workflow) {
    this.version = shownVersion(workflow);
  }
}

export class IncomingLinks {
  @ApiProperty({ type: [String], description: 'Workflows, by id.' })
  ids: string[];

  constructor(ids: string[]) {
    this.ids = ids;
  }
}

export class WorkflowPlace {
  @ApiProperty()
  organizationId: string;

  @ApiProperty()
  organizationName: string;

  @ApiProperty({ description: 'Always true: others are not told that the workflow exists.' })
  isMember: boolean;
}
