import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Workflow } from '../database/entities';
import type { Outline } from './outline';

/** What an editor needs to name a workflow that it has not opened. */
export class WorkflowMeta {
  @ApiProperty()
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: ['draft', 'active', 'paused', 'archived'] })
  status: string;

  @ApiProperty()
  hasDraft: boolean;

  @ApiProperty()
  hasLiveVersion: boolean;

  @ApiPropertyOptional({ description: 'Type of its first trigger.' })
  triggerType?: string;

  @ApiPropertyOptional({ type: [String], description: 'Types of all its triggers.' })
  triggerTypes?: string[];

  @ApiPropertyOptional({ description: 'Title of its first trigger, else its type.' })
  triggerName?: string;

  @ApiPropertyOptional({ type: [String], description: 'Types of its nodes, each once.' })
  nodeTypes?: string[];

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  constructor(workflow: Workflow, outline: Outline | undefined) {
    this.id = workflow.id;
    this.name = workflow.name;
    this.status = workflow.status;
    this.hasDraft = workflow.draftVersion !== null;
    this.hasLiveVersion = workflow.liveVersion !== null;
    this.triggerType = outline?.triggerTypes[0];
    this.triggerTypes = outline?.triggerTypes;
    this.triggerName = outline?.triggerName;
    this.nodeTypes = outline?.nodeTypes;
    this.updatedAt = workflow.updatedAt.toISOString();
  }
}

/** Workflows by status, archived ones included. */
export class WorkflowCounts {
  @ApiProperty({ type: 'integer' })
  total = 0;

  @ApiProperty({ type: 'integer' })
  draft = 0;

  @ApiProperty({ type: 'integer' })
  active = 0;

  @ApiProperty({ type: 'integer' })
  paused = 0;

  @ApiProperty({ type: 'integer' })
  archived = 0;

  @ApiProperty({ type: [String], description: 'Trigger types that these workflows have.' })
  availableTypes: string[];

  @ApiProperty({ type: [String], description: 'Connector types that these workflows use.' })
  availableConnectors: string[];
}

/** Workflows that are not archived, by the value of the list's `owner`. */
export class WorkflowOwnerCounts {
  @ApiProperty({ type: 'integer' })
  yours: number;

  @ApiProperty({ type: 'integer' })
  org: number;

  @ApiProperty({ type: 'integer' })
  public: number;
}
