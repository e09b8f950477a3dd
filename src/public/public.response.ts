import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { type JsonObject, setOwn } from '../../definition/json';
import type { RunStatus } from '../../definition/progress';
import { RUN_STATUSES } from '../runs/run.dto';
import type { PublicNodeRow, PublicRun } from './public-runs.service';
import { type PublicNode, publicNodes, type PublicNodeStatus, publicStatus } from './public-view';
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

/** A node as everybody sees it. */
export class PublicNodeView implements PublicNode {
  @ApiProperty({ example: 'http-request' })
  type: string;

  @ApiProperty({ type: [String] })
  children: string[];

  @ApiPropertyOptional({ type: [String], description: '`for-each` only.' })
  loopBody?: string[];

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: false,
    description: 'Always empty, for clients that need a node to have one. Not in a run.',
  })
  payload?: Record<string, never>;

  constructor({ type, children, loopBody }: PublicNode) {
    this.type = type;
    this.children = children;
    if (loopBody !== undefined) this.loopBody = loopBody;
    this.payload = {};
  }
}

const NODES = {
  type: 'object',
  additionalProperties: { $ref: getSchemaPath(PublicNodeView) },
  description: 'By id.',
} as const;

@ApiExtraModels(PublicNodeView)
class PublicDefinition {
  @ApiProperty(NODES)
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

export class PublicRunItem {
  @ApiProperty({ example: 'run_0VUz1ZBkxMoX9wcXJLPl7a' })
  id: string;

  @ApiProperty()
  workflowId: string;

  @ApiProperty({ enum: RUN_STATUSES })
  status: RunStatus;

  @ApiProperty({ format: 'date-time' })
  startedAt: string;

  @ApiPropertyOptional({ format: 'date-time' })
  finishedAt?: string;

  constructor(run: PublicRun) {
    this.id = run.id;
    this.workflowId = run.workflowId;
    this.status = run.status;
    this.startedAt = run.startedAt.toISOString();
    this.finishedAt = run.finishedAt?.toISOString();
  }
}

class PublicNodeState {
  @ApiProperty({ example: 'http-request' })
  type: string;

  @ApiProperty({
    enum: ['pending', 'running', 'success', 'failure', 'skipped'],
    description: 'What waits is `running`, what was cancelled `skipped`.',
  })
  status: PublicNodeStatus;

  @ApiPropertyOptional({ format: 'date-time' })
  startedAt?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  finishedAt?: string;

  constructor(node: Omit<PublicNodeRow, 'nodeId'>) {
    this.type = node.type;
    this.status = publicStatus(node.status);
    this.startedAt = node.startedAt?.toISOString();
    this.finishedAt = node.finishedAt?.toISOString();
  }
}

@ApiExtraModels(PublicNodeView, PublicNodeState)
export class PublicRunView {
  @ApiProperty({ example: 'run_0VUz1ZBkxMoX9wcXJLPl7a' })
  runId: string;

  @ApiProperty()
  workflowId: string;

  @ApiProperty({ enum: RUN_STATUSES })
  status: RunStatus;

  @ApiProperty({ format: 'date-time' })
  startedAt: string;

  @ApiPropertyOptional({ format: 'date-time' })
  finishedAt?: string;

  @ApiProperty(NODES)
  nodes: Record<string, PublicNode>;

  @ApiProperty({
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(PublicNodeState) },
    description: 'How each node stands, by id; one of a loop as in the last iteration.',
  })
  executionState: Record<string, PublicNodeState>;

  constructor(run: PublicRun, definition: JsonObject, states: readonly PublicNodeRow[]) {
    this.runId = run.id;
    this.workflowId = run.workflowId;
    this.status = run.status;
    this.startedAt = run.startedAt.toISOString();
    this.finishedAt = run.finishedAt?.toISOString();
    this.nodes = publicNodes(definition);
    this.executionState = {};
    const none = { status: 'pending' as const, startedAt: null, finishedAt: null };
    for (const [id, { type }] of Object.entries(this.nodes)) {
      setOwn(this.executionState, id, new PublicNodeState({ ...none, type }));
    }
    for (const { nodeId, ...state } of states) {
      setOwn(this.executionState, nodeId, new PublicNodeState(state));
    }
  }
}
