import { isDeepStrictEqual } from 'node:util';
import type { Pool } from 'pg';
import { newId } from '../../src/database/ids';
import type { HttpTarget } from '../support/http-target';
import { type ChaosService, RefusedError } from './chaos-service';
import { Follower, type Frame, framesAfter } from './follower';
import { inspect, type Told } from './invariants';
import { STORIES, STORY_NAMES, type StoryName } from './stories';
import { until } from './until';

const ALREADY_STARTED = 400_079;
const END_MS = 90_000;

interface Story {
  name: StoryName;
  runId: string;
  follower: Follower;
}

/** One run of each story, each with somebody who follows it. */
export class Batch {
  readonly stories: readonly Story[];

  constructor(
    private readonly service: ChaosService,
    private readonly target: HttpTarget,
    private readonly childWorkflowId: string,
    random: () => number,
    names: readonly StoryName[] = STORY_NAMES,
  ) {
    this.stories = names.map((name) => {
      const runId = newId('run');
      const follower = new Follower(service, runId, 1 + Math.floor(random() * 6));
      return { name, runId, follower };
    });
  }

  id(name: StoryName): string {
    const story = this.stories.find((each) => each.name === name);
    if (!story) throw new Error(`This batch has no ${name}.`);
    return story.runId;
  }

  /** Starts the runs that have not been started. A call that was cut may have started one. */
  async start(): Promise<void> {
    await Promise.all(this.stories.map(({ name, runId }) => this.startOne(name, runId)));
  }

  private async startOne(name: StoryName, runId: string): Promise<void> {
    const payload = {
      base: this.target.url(runId),
      child: this.childWorkflowId,
      childBase: this.target.url(`${runId}c`),
    };
    const simulated = name === 'simulated' && {
      simulate: true,
      mocks: { approve: { by: 'mock' } },
    };
    try {
      const body = { definition: STORIES[name], runId, payload, ...simulated };
      await this.service.post('/v1/runs', body);
    } catch (error) {
      if (!(error instanceof RefusedError) || error.code !== ALREADY_STARTED) throw error;
    }
  }

  resume(data: object): Promise<{ action: string }> {
    return this.service.post(`/v1/runs/${this.id('wait')}/nodes/approve/resume`, { payload: data });
  }

  /** Waits until an event of the type is in the stream of a story's run, as its follower sees it. */
  async reached(name: StoryName, type: string, times = 1): Promise<void> {
    const story = this.stories.find((each) => each.name === name);
    await until(`${type} of ${name} (${this.id(name)})`, 30_000, () => {
      const seen = story?.follower.frames.filter((frame) => frame.type === type) ?? [];
      return seen.length >= times;
    });
  }

  /** How often the target was called by a node. */
  calls(name: StoryName, at: string): number {
    const hits = Object.entries(this.target.hits(this.id(name)));
    return hits.reduce(
      (sum, [request, count]) => (request.endsWith(`at=${at}`) ? sum + count : sum),
      0,
    );
  }

  /** Waits until a request is under way. */
  async requested(name: StoryName, at: string): Promise<void> {
    await until(`the request of ${at}`, 20_000, () => this.calls(name, at) > 0);
  }

  /** Waits until every run has ended, and tells what is wrong with each. */
  async inspect(pool: Pool): Promise<Record<string, Told>> {
    const all: Record<string, Told> = {};
    for (const { name, runId, follower } of this.stories) {
      await until(`the end of ${name} (${runId})`, END_MS, async () => {
        const { rows } = await pool.query('SELECT FROM runs WHERE id = $1 AND ended', [runId]);
        return rows.length === 1;
      });
      await until(`the end of the stream of ${runId}`, 10_000, () => follower.hasEnd());
      const told = await inspect(pool, runId, this.target.hits(runId), follower.frames);
      told.problems.push(...(await this.replayed(runId, follower.frames)));
      all[name] = told;
    }
    const parent = this.stories.find(({ name }) => name === 'parent')?.runId;
    const child = await pool.query<{ id: string }>('SELECT id FROM runs WHERE parent_run_id = $1', [
      parent,
    ]);
    for (const { id } of child.rows) {
      const hits = this.target.hits(`${this.id('parent')}c`);
      all[`child ${id}`] = await inspect(pool, id, hits);
    }
    return all;
  }

  /** A stream that has ended is sent again from where a client was: the beginning, the middle, before its last event. */
  private async replayed(runId: string, frames: readonly Frame[]): Promise<string[]> {
    const problems: string[] = [];
    for (const after of [0, Math.floor(frames.length / 2), frames.length - 1]) {
      const sent: Frame[] = [];
      const signal = AbortSignal.timeout(10_000);
      for await (const frame of framesAfter(this.service, runId, after, signal)) sent.push(frame);
      if (!isDeepStrictEqual(sent, frames.slice(after))) {
        problems.push(`its stream after event ${after} is ${JSON.stringify(sent)}`);
      }
    }
    return problems;
  }

  stop(): void {
    for (const { follower } of this.stories) follower.stop();
  }
}

export function problemsOf(told: Record<string, Told>): string[] {
  return Object.entries(told).flatMap(([name, { problems }]) =>
    problems.map((problem) => `${name}: ${problem}`),
  );
}
