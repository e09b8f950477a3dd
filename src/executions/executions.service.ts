import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { generateToken, hashToken, isWellFormedToken } from '../auth/key-format';
import type { Json } from '../../definition/json';
import type { Repeating } from '../auth/caller';
import { ApiError } from '../common/errors';
import { poolOf } from '../database/data-source';
import { Execution } from '../database/entities';
import { isUniqueViolation } from '../database/unique-violation';
import { canonicalJson } from '../idempotency/canonical-json';
import { idFor, isMadeBefore } from '../idempotency/repeated-ids';
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
/** A request that has not started its run by then was cut off, and another one starts it. */
const CUT_OFF_MS = 1_000;
const POLL_MS = 20;
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
  async create(
    workflowId: string,
    dto: CreatePublicExecutionDto,
    repeating: Repeating,
  ): Promise<NewExecution> {
    const workflow = await this.starts.findExecutable(workflowId);
    refuseLargeMetadata(dto);
    const token = generateToken('b3ct_');
    const wanted = rowOf(workflow, dto, token, repeating);
    if (await this.insert(wanted, repeating)) await this.startRun(workflow, wanted);
    else await this.takeUp(workflow, wanted);
    const row = await this.find(wanted);
    // The request that made it was refused meanwhile: this one is judged by itself.
    if (row === undefined) return this.create(workflowId, dto, repeating);
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

  /** Whether {@link open} would still give it. */
  async isOpen(id: string, token: string): Promise<boolean> {
    return this.open(id, token).then(
      () => true,
      (error: unknown) => {
        if (error instanceof ApiError) return false;
        throw error;
      },
    );
  }

  /** False when the same request made it before, as its idempotency key or its id says. */
  private async insert(wanted: Execution, repeating: Repeating): Promise<boolean> {
    const { organizationId, id } = wanted;
    const { manager } = this.dataSource;
    const isThere = (): Promise<boolean> => manager.existsBy(Execution, { organizationId, id });
    if (await isMadeBefore(repeating, isThere)) return false;
    try {
      await manager.save(wanted);
      return true;
    } catch (error) {
      if (isUniqueViolation(error, 'executions_idempotency_key')) return false;
      throw error;
    }
  }

  /**
   * Gives the one that is there the new token, and waits for its run, which the request that made it starts.
   * Throws 409 when it was made by another request.
   */
  private async takeUp(workflow: PublicWorkflow, wanted: Execution): Promise<void> {
    const { organizationId, workflowId, idempotencyKey, tokenHash, tokenExpiresAt } = wanted;
    const { manager } = this.dataSource;
    const key = idempotencyKey === null ? { id: wanted.id } : { idempotencyKey };
    const where = { organizationId, workflowId, ...key };
    const known = await manager.findOneBy(Execution, where);
    if (known === null) return;
    if (!known.requestHash.equals(wanted.requestHash)) throw new ApiError('idempotencyMismatch');
    wanted.id = known.id;
    const change = { tokenHash, tokenExpiresAt };
    await manager.update(Execution, { organizationId, id: known.id }, change);
    const until = Date.now() + CUT_OFF_MS;
    while (Date.now() < until) {
      const row = await this.find(wanted);
      if (row?.status !== null) return;
      await pause(POLL_MS);
    }
    try {
      await this.starts.start(workflow, known.requestPayload, { runId: known.runId });
    } catch (error) {
      if ((await this.find(wanted))?.status === null) throw error;
    }
  }

  private async startRun(workflow: PublicWorkflow, wanted: Execution): Promise<void> {
    const { organizationId, id, requestPayload, runId } = wanted;
    try {
      await this.starts.start(workflow, requestPayload, { runId });
    } catch (error) {
      const dropped = await run(this.pool, DROP_EXECUTION, [organizationId, id]);
      if (dropped.length > 0) throw error;
    }
  }

  private async find({ organizationId, id }: Execution): Promise<ExecutionRow | undefined> {
    const [row] = await run<ExecutionRow>(this.pool, FIND_EXECUTION, [organizationId, id]);
    return row;
  }
}

function rowOf(
  { organizationId, id: workflowId }: PublicWorkflow,
  dto: CreatePublicExecutionDto,
  token: string,
  repeating: Repeating,
): Execution {
  const { sourceSystem, sourceEntityType, requestPayload, clientSafeMetadata } = dto;
  const { sourceEntityId = null, externalRef = null, idempotencyKey = null } = dto;
  return Object.assign(new Execution(), {
    ...{ organizationId, workflowId, id: idFor(repeating, 'exe'), runId: idFor(repeating, 'run') },
    ...{ sourceSystem, sourceEntityType, sourceEntityId, externalRef, idempotencyKey },
    requestHash: hashOf(dto),
    requestPayload: requestPayload ?? {},
    clientSafeMetadata: clientSafeMetadata ?? null,
    tokenHash: hashToken(token),
    tokenExpiresAt: new Date(Date.now() + TOKEN_MS),
  });
}

/** The same for bodies that say the same, whatever the order of their fields. */
function hashOf(dto: CreatePublicExecutionDto): Buffer {
  const sent = JSON.parse(JSON.stringify(dto)) as Json;
  return createHash('sha256').update(canonicalJson(sent)).digest();
}

function refuseLargeMetadata({ clientSafeMetadata }: CreatePublicExecutionDto): void {
  const bytes = Buffer.byteLength(JSON.stringify(clientSafeMetadata ?? {}));
  if (bytes <= MAX_METADATA_BYTES) return;
  const field = 'clientSafeMetadata';
  const message = `${field} must be at most ${MAX_METADATA_BYTES} bytes of JSON`;
  throw ApiError.fields([{ field, message }]);
}
