import { ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import type { Json, JsonObject } from '../../definition/json';
import type { RunError, RunStatus } from '../../definition/progress';
import type { Run, Workflow } from '../database/entities';
import { Definition } from '../openapi/definition.schema';
import { ApiJsonObject, ApiJsonObjectOptional } from '../openapi/json-property';
import type { ExecutionNode, ExecutionState } from './execution-state';
import { RUN_STATUSES } from './run.dto';

class RunProblem {
  @ApiProperty({ description: 'Stable name.', example: 'http_timeout' })
  code: string;

  @ApiProperty()
  message: string;

  @ApiPropertyOptional()
  nodeId?: string;

  @ApiPropertyOptional({ description: 'Address of the node.', example: 'loop[3]/charge' })
  path?: string;
}

/** How one node stands. */
export class NodeExecution {
  @ApiProperty({ example: 'http-request' })
  type: string;

  @ApiProperty({
    enum: [
      ...['pending', 'running', 'success', 'partial', 'failure'],
      ...['skipped', 'waiting', 'scheduled', 'cancelled'],
    ],
  })
  status: ExecutionNode['status'];

  @ApiJsonObjectOptional({ description: 'The payload it ran with, secrets masked.' })
  input?: JsonObject;

  @ApiPropertyOptional({
    description:
      'Its output; `{ error }` when it failed; what is known of the other run while a node waits for it.',
  })
  result?: unknown;

  @ApiPropertyOptional({ type: RunProblem })
  error?: RunError;

  @ApiPropertyOptional({ description: 'The branch it took.' })
  branch?: string;

  @ApiPropertyOptional({ type: 'integer', description: 'Attempts that began.' })
  attempts?: number;

  @ApiPropertyOptional({ format: 'date-time' })
  startedAt?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  finishedAt?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'When a timer wakes it.' })
  wakeAt?: string;

  @ApiPropertyOptional({ description: 'Taken over from the run that this one retries.' })
  reused?: boolean;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'object', additionalProperties: { $ref: '#/components/schemas/NodeExecution' } },
    description: '`for-each`: the nodes of each iteration by id.',
  })
  iterations?: ExecutionState[];
}

const EXECUTION_STATE = {
  type: 'object',
  additionalProperties: { $ref: getSchemaPath(NodeExecution) },
  description: 'The nodes by id; those inside a loop stand under its `iterations`.',
} as const;

/** Columns that a list needs. */
export type RunRow = Omit<
  Run,
  | 'definition'
  | 'plan'
  | 'triggerPayload'
  | 'triggerResult'
  | 'propValues'
  | 'output'
  | 'talliedEnd'
  | 'talliedStatus'
  | 'organization'
>;

/** A run without what it did. */
export class RunItem {
  @ApiProperty({ example: 'run_0VUz1ZBkxMoX9wcXJLPl7a' })
  id: string;

  @ApiProperty({ description: 'Empty for an inline run.' })
  workflowId: string;

  @ApiPropertyOptional()
  workflowName?: string;

  @ApiProperty({ type: 'integer' })
  workflowVersion: number;

  @ApiProperty({ enum: RUN_STATUSES })
  status: RunStatus;

  @ApiProperty()
  triggerNodeId: string;

  @ApiProperty({ description: 'What started it.', example: 'api' })
  triggerSource: string;

  @ApiPropertyOptional({ description: 'Id of the API key or of the run that started it.' })
  triggeredBy?: string;

  @ApiPropertyOptional({ description: 'The run that this one retries.' })
  sourceRunId?: string;

  @ApiPropertyOptional({ description: 'The run whose `trigger-workflow` node started it.' })
  parentRunId?: string;

  @ApiProperty()
  isSimulation: boolean;

  @ApiProperty({ format: 'date-time' })
  startedAt: string;

  @ApiPropertyOptional({ format: 'date-time' })
  finishedAt?: string;

  @ApiProperty({ description: 'What it has cost so far, in compute units.' })
  totalCu: number;

  @ApiPropertyOptional({ type: RunProblem, description: 'Why it failed, and at which node.' })
  error?: RunError;

  constructor(run: RunRow, workflowName?: string) {
    this.id = run.id;
    this.workflowId = run.workflowId;
    this.workflowName = workflowName;
    this.workflowVersion = run.workflowVersion;
    this.status = run.status;
    this.triggerNodeId = run.triggerNodeId;
    this.triggerSource = run.triggerSource;
    this.triggeredBy = run.triggeredBy ?? undefined;
    this.sourceRunId = run.sourceRunId ?? undefined;
    this.parentRunId = run.parentRunId ?? undefined;
    this.isSimulation = run.isSimulation;
    this.startedAt = run.startedAt.toISOString();
    this.finishedAt = run.finishedAt?.toISOString();
    this.totalCu = run.cu;
    this.error = run.error ?? undefined;
  }
}

/** What a run tells of its workflow. */
export type RunWorkflow = Pick<Workflow, 'name' | 'ownerUserId'>;

/** What a run did. Absent with `summary`. */
export interface RunDetails {
  definition: JsonObject;
  executionState: ExecutionState;
}

export class RunView extends RunItem {
  @ApiProperty({ description: 'The same as `id`.' })
  runId: string;

  @ApiProperty()
  organizationId: string;

  @ApiPropertyOptional({ description: 'Id of the member that answers for the workflow now.' })
  workflowOwnerUserId?: string;

  @ApiJsonObject({ description: 'Values of `$props`.' })
  propValues: JsonObject;

  @ApiPropertyOptional({ description: 'Results of the last nodes, once it has ended.' })
  output?: unknown;

  @ApiPropertyOptional(EXECUTION_STATE)
  executionState?: ExecutionState;

  @ApiPropertyOptional({ type: Definition, description: 'The definition as this run sees it.' })
  workflowDefinition?: JsonObject;

  constructor(run: Run, workflow?: RunWorkflow, details?: RunDetails) {
    super(run, workflow?.name);
    this.workflowOwnerUserId = workflow?.ownerUserId ?? undefined;
    this.runId = run.id;
    this.organizationId = run.organizationId;
    this.propValues = run.propValues;
    this.output = run.output ?? undefined;
    this.executionState = details?.executionState;
    this.workflowDefinition = details?.definition;
  }
}

export class RunStarted {
  @ApiProperty({ example: 'run_0VUz1ZBkxMoX9wcXJLPl7a' })
  runId: string;

  constructor(runId: string) {
    this.runId = runId;
  }
}

export class SyncRunResult {
  @ApiProperty()
  runId: string;

  @ApiProperty({
    enum: RUN_STATUSES,
    description: '`running` or `waiting` when it did not end in 60 seconds; it goes on.',
  })
  status: RunStatus;

  @ApiProperty(EXECUTION_STATE)
  executionState: ExecutionState;

  @ApiProperty({ type: 'integer' })
  durationMs: number;

  @ApiPropertyOptional({ type: RunProblem })
  error?: RunError;

  @ApiPropertyOptional()
  output?: Json;

  constructor(run: Run, executionState: ExecutionState, durationMs: number) {
    this.runId = run.id;
    this.status = run.status;
    this.executionState = executionState;
    this.durationMs = durationMs;
    this.error = run.error ?? undefined;
    this.output = run.output ?? undefined;
  }
}

export class ResumeVerdict {
  @ApiProperty({ enum: ['resumed', 'skipped'] })
  action: 'resumed' | 'skipped';

  @ApiPropertyOptional({ description: 'Why nothing was resumed.' })
  reason?: string;

  constructor(action: 'resumed' | 'skipped', reason?: string) {
    this.action = action;
    this.reason = reason;
  }
}
