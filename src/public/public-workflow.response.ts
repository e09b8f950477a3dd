import { ApiExtraModels, ApiProperty } from '@nestjs/swagger';
import { type JsonObject, setOwn } from '../../definition/json';
import { NODES_BY_ID, PublicNodeView } from './public-node.response';
import { publicNodes } from './public-view';
import type { PublicWorkflow } from './public-workflows.service';

export class PublicMeta {
  @ApiProperty({ example: 'wf_0VUz1ZBkxMoX9wcXJLPl7a' })
  workflowId: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  description: string;

  constructor({ id, name, description }: PublicWorkflow) {
    this.workflowId = id;
    this.name = name;
    this.description = description;
  }
}

@ApiExtraModels(PublicNodeView)
class PublicDefinition {
  @ApiProperty(NODES_BY_ID)
  nodes: Record<string, PublicNodeView>;

  constructor(definition: JsonObject) {
    this.nodes = {};
    for (const [id, node] of Object.entries(publicNodes(definition))) {
      setOwn(this.nodes, id, new PublicNodeView(node));
    }
  }
}

export class PublicWorkflowView {
  @ApiProperty({ example: 'wf_0VUz1ZBkxMoX9wcXJLPl7a' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  description: string;

  @ApiProperty({ enum: ['active', 'paused'] })
  status: string;

  @ApiProperty({ description: 'Type of its trigger.', example: 'manual' })
  type: string;

  @ApiProperty({ enum: ['public_view', 'public_execute'] })
  visibility: string;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ type: PublicDefinition })
  definition: PublicDefinition;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  constructor(workflow: PublicWorkflow, version: number, definition: JsonObject) {
    this.id = workflow.id;
    this.name = workflow.name;
    this.description = workflow.description;
    this.status = workflow.status;
    this.type = workflow.type;
    this.visibility = workflow.visibility;
    this.version = version;
    this.definition = new PublicDefinition(definition);
    this.createdAt = workflow.createdAt.toISOString();
  }
}
