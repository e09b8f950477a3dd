import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { ApiError } from '../common/errors';
import { Run, RunNode, Workflow } from '../database/entities';
import { Claims, type ResumeOutcome } from '../record/claims';
import { viewerOf } from '../workflows/workflow-access';
import { TriggerSecrets } from '../workflows/trigger-secrets.service';
import type { ResumeNodeDto } from './run.dto';
import { checkResumeName } from './resume-name';
import { ResumeVerdict } from './run.response';
import { RunEngine } from './run-engine';
import { RunsService } from './runs.service';
import { locate } from './wait-address';

const REASONS: Readonly<Partial<Record<ResumeOutcome['kind'], string>>> = {
  duplicate: 'The node has been resumed before.',
  'timed-out': 'The wait has timed out.',
  settled: 'The wait is over.',
  'run-ended': 'The run has ended.',
  cancelling: 'The run is being cancelled.',
};

/** Wakes waits. Whether a resume counts is decided in the database. */
@Injectable()
export class ResumeService {
  private readonly logger = new Logger('Runs');

  constructor(
    private readonly dataSource: DataSource,
    private readonly runs: RunsService,
    private readonly claims: Claims,
    private readonly engine: RunEngine,
    private readonly triggerSecrets: TriggerSecrets,
  ) {}

  /**
   * Who may resume by the workflow's secret instead of a key: an organization. Throws 401004, also when there is no
   * such run: who has not shown the secret is not told which runs there are.
   */
  async organizationOf(runId: string, secret: string): Promise<Pick<Caller, 'organizationId'>> {
    const found = await this.dataSource.manager
      .createQueryBuilder(Workflow, 'w')
      .innerJoin(Run, 'r', 'r.organizationId = w.organizationId AND r.workflowId = w.id')
      .where('r.id = :runId', { runId })
      .getOne();
    if (found === null || !this.triggerSecrets.matches(found, secret)) {
      throw new ApiError('wrongSecret');
    }
    return found;
  }

  /** A resume that comes before its wait is kept; one that comes too late changes nothing. */
  async resume(
    caller: Caller | Pick<Caller, 'organizationId'>,
    runId: string,
    nodeId: string,
    dto: ResumeNodeDto,
  ): Promise<ResumeVerdict> {
    const { organizationId } = caller;
    // Who has shown the secret of the workflow may see it.
    const viewer = 'principal' in caller ? viewerOf(caller) : null;
    const run = await this.runs.findPinned(organizationId, runId, viewer);
    const { plan } = await this.runs.source(run);
    if (plan === null) throw new ApiError('nodeNotFound');
    const { node, address } = locate(plan, nodeId, dto.forEachContext);
    if (node.execution !== 'wait') {
      return new ResumeVerdict('skipped', `The node ${node.id} is no wait.`);
    }
    checkResumeName(node, dto.name);
    const at = address ?? (await this.onlyOpenWait(run, node.id));
    if (at === undefined) return new ResumeVerdict('skipped', REASONS['run-ended']);
    const outcome = await this.claims.resume({
      organizationId,
      runId,
      address: at,
      ...(dto.name && { name: dto.name }),
      payload: dto.data ?? dto.payload ?? {},
      source: 'manual',
    });
    return this.follow(runId, outcome);
  }

  private async follow(runId: string, outcome: ResumeOutcome): Promise<ResumeVerdict> {
    if (outcome.kind === 'unknown-run') throw new ApiError('runNotFound');
    if (outcome.kind === 'too-many') throw new ApiError('tooManyResumes');
    if (outcome.kind !== 'claimed') return new ResumeVerdict('skipped', REASONS[outcome.kind]);
    try {
      await this.engine.signalClaim(runId, outcome.claim);
    } catch (error) {
      this.logger.warn(`${runId} has a resume and will be told later: ${String(error)}`);
    }
    return new ResumeVerdict('resumed');
  }

  /** Inside a loop, a resume that names no iteration means the one that waits, if it is one; undefined after the end. */
  private async onlyOpenWait(
    { organizationId, id: runId }: Pick<Run, 'organizationId' | 'id'>,
    nodeId: string,
  ): Promise<string | undefined> {
    const waiting = await this.dataSource.manager.find(RunNode, {
      select: { path: true },
      where: { organizationId, runId, nodeId, status: 'waiting' },
      take: 2,
    });
    const [only, another] = waiting;
    if (only !== undefined && another === undefined) return only.path;
    if (only === undefined && (await this.hasEnded(organizationId, runId))) return undefined;
    const field = 'forEachContext';
    const message = `${field} is required: ${nodeId} is in a loop, and ${waiting.length === 0 ? 'no iteration waits' : 'several iterations wait'} now`;
    throw ApiError.fields([{ field, message }]);
  }

  private hasEnded(organizationId: string, id: string): Promise<boolean> {
    const run = this.dataSource.manager.createQueryBuilder(Run, 'run');
    return run.where({ organizationId, id, ended: true }).getExists();
  }
}
