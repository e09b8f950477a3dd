import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { generateToken, hashToken, isWellFormedToken } from '../auth/key-format';
import { ApiError } from '../common/errors';
import { poolOf } from '../database/data-source';
import { Execution } from '../database/entities';
import { newId } from '../database/ids';
import { isUniqueViolation } from '../database/unique-violation';
import { PublicStarts } from '../public/public-starts.service';
import type { PublicWorkflow } from '../public/public-workflows.service';
import { run } from '../record/statements';
import {
  DROP_EXECUTION,
  EXECUTION_EVENTS,
  type ExecutionRow,
  FIND_EXECUTION,
  FIND_EXECUTION_BY_TOKEN,
  found,
} from './execution-statements';
import type { FoundExecution } from './execution-status';
import type { CreatePublicExecutionDto } from './execution.dto';
import { NewExecution } from './execution.response';
import { type EventRow, PublicExecutionView } from './public-execution.response';

const TOKEN_MS = 7 * 86_400_000;
/** Bytes of JSON: whoever it is may store as much. */
const MAX_METADATA_BYTES = 8_192;

/** Sessions of clients without an account, each around one run. */
@Injectable()
export class ExecutionsService {
  private readonly pool;

  constructor(
    private readonly dataSource: DataSource,
    private readonly starts: PublicStarts,
  ) {
    this.pool = poolOf(dataSource);
  }

  /** The execution is written first: a repeat finds it, and starts its run when that was cut off. */
  async create(workflowId: string, dto: CreatePublicExecutionDto): Promise<NewExecution> {
    const workflow = await this.starts.findExecutable(workflowId);
    refuseLargeMetadata(dto);
    const token = generateToken('b3ct_');
    const wanted = this.rowOf(workflow, dto, token);
    const id = (await this.insert(wanted)) ? wanted.id : await this.takeUp(wanted);
    await this.startRun(workflow, id);
    const [row] = await run<ExecutionRow>(this.pool, FIND_EXECUTION, [workflow.organizationId, id]);
    if (row === undefined) throw new ApiError('workflowNotFound');
    return new NewExecution(found(row), token);
  }

  async show(id: string, token: string): Promise<PublicExecutionView> {
    const execution = await this.open(id, token);
    const { organizationId, runId } = execution;
    const events = await run<EventRow>(this.pool, EXECUTION_EVENTS, [organizationId, runId]);
    return new PublicExecutionView(execution, events.reverse());
  }

  /** Throws 401 for an execution that does not exist, too. */
  async open(id: string, token: string): Promise<FoundExecution> {
    const rows = isWellFormedToken('b3ct_', token)
      ? await run<ExecutionRow>(this.pool, FIND_EXECUTION_BY_TOKEN, [hashToken(token), id])
      : [];
    const [row] = rows;
    if (row === undefined) throw new ApiError('invalidClientToken');
    return found(row);
  }

  private rowOf(
    { organizationId, id: workflowId }: PublicWorkflow,
    dto: CreatePublicExecutionDto,
    token: string,
  ): Execution {
    const { sourceSystem, sourceEntityType, requestPayload, clientSafeMetadata } = dto;
    const { sourceEntityId = null, externalRef = null, idempotencyKey = null } = dto;
    return Object.assign(new Execution(), {
      ...{ organizationId, workflowId, id: newId('exe'), runId: newId('run') },
      ...{ sourceSystem, sourceEntityType, sourceEntityId, externalRef, idempotencyKey },
      requestHash: hashOf(dto),
      requestPayload: requestPayload ?? {},
      clientSafeMetadata: clientSafeMetadata ?? null,
      tokenHash: hashToken(token),
      tokenExpiresAt: new Date(Date.now() + TOKEN_MS),
    });
  }

  /** False when its idempotency key was there before. */
  private async insert(wanted: Execution): Promise<boolean> {
    try {
      await this.dataSource.manager.save(wanted);
      return true;
    } catch (error) {
      if (isUniqueViolation(error, 'executions_idempotency_key')) return false;
      throw error;
    }
  }

  /** Gives the one that is there the new token. Throws 409 when it was made by another request. */
  private async takeUp(wanted: Execution): Promise<string> {
    const { organizationId, workflowId, idempotencyKey, tokenHash, tokenExpiresAt } = wanted;
    const { manager } = this.dataSource;
    const where = { organizationId, workflowId, idempotencyKey: idempotencyKey ?? '' };
    const known = await manager.findOneBy(Execution, where);
    if (known?.requestHash.equals(wanted.requestHash) !== true) {
      throw new ApiError('idempotencyMismatch');
    }
    const change = { tokenHash, tokenExpiresAt };
    await manager.update(Execution, { organizationId, id: known.id }, change);
    return known.id;
  }

  private async startRun(workflow: PublicWorkflow, id: string): Promise<void> {
    const { organizationId } = workflow;
    const [row] = await run<ExecutionRow>(this.pool, FIND_EXECUTION, [organizationId, id]);
    if (row?.status !== null) return;
    try {
      await this.starts.start(workflow, row.requestPayload, row.runId);
    } catch (error) {
      const dropped = await run(this.pool, DROP_EXECUTION, [organizationId, id]);
      if (dropped.length > 0) throw error;
    }
  }
}

function hashOf(dto: CreatePublicExecutionDto): Buffer {
  const fields = Object.entries(dto).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(fields)).digest();
}

function refuseLargeMetadata({ clientSafeMetadata }: CreatePublicExecutionDto): void {
  const bytes = Buffer.byteLength(JSON.stringify(clientSafeMetadata ?? {}));
  if (bytes <= MAX_METADATA_BYTES) return;
  const field = 'clientSafeMetadata';
  const message = `${field} must be at most ${MAX_METADATA_BYTES} bytes of JSON`;
  throw ApiError.fields([{ field, message }]);
}
