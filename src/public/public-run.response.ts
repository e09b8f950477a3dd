import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { type JsonObject, setOwn } from '../../definition/json';
import type { RunStatus } from '../../definition/progress';
import { RUN_STATUSES } from '../runs/run.dto';
import { NODES_BY_ID, PublicNodeView } from './public-node.response';
import type { PublicNodeRow, PublicRun } from './public-runs.service';
import { type PublicNode, publicNodes, type PublicNodeStatus, publicStatus } from './public-view';

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

  @ApiProperty(NODES_BY_ID)
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
