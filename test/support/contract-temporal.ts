import { type JsonObject, setOwn } from '../../definition/json';
import type { RunError } from '../../definition/progress';
import { iterationPrefix } from '../../definition/run-state/address';
import { newId } from '../../src/database/ids';
import type { ExecutionState } from '../../src/runs/execution-state';
import type { CaseResume, Scenario } from './contract-case';
import { definitionOf, fill, type Places } from './contract-definition';
import { settledView, type NodeView, type RunView, type SeenEvent } from './contract-view';
import type { HttpTarget } from './http-target';
import type { StreamFrame, TestService } from './service';

/** A run that takes longer is stuck. */
const LONGEST_RUN_MS = 90_000;

export interface TemporalRun {
  runId: string;
  view: RunView;
  /** What resumes were answered, in the order of the case's list; a double one has two. */
  resumes: string[];
}

/** Runs a scenario through the API: follows its stream, and resumes and cancels at what it sees there. */
export async function runOnTemporal(
  scenario: Scenario,
  service: TestService,
  target: HttpTarget,
): Promise<TemporalRun> {
  const runId = newId('run');
  const workflowIds = new Map<string, string>();
  const blockIds = new Map<string, string>();
  const places: Places = {
    ...{ target: target.url(runId), workflowId: (name) => workflowIds.get(name) },
    blockId: (name) => blockIds.get(name),
  };
  for (const [name, block] of Object.entries(scenario.blocks ?? {})) {
    const made = { name, definition: fill(block, places) };
    blockIds.set(name, (await service.post<{ id: string }>('/v1/blocks', made)).id);
  }
  for (const [name, nodes] of Object.entries(scenario.workflows ?? {})) {
    workflowIds.set(name, await service.publish(name, definitionOf(nodes, places)));
  }
  const definition = definitionOf(scenario.nodes, places, scenario.variableDefs);
  const workflowId = await service.publish(scenario.name, definition);
  const payload = fill(scenario.payload ?? {}, places);
  const frames = service.follow(runId, LONGEST_RUN_MS);
  const first = frames.next();
  await service.post(`/v1/workflows/${workflowId}/run`, { runId, payload });

  const driver = new Driver(scenario, runId, service);
  for (let next = await first; !next.done; next = await frames.next()) {
    await driver.react(next.value);
  }
  const view = await readRun(runId, service, driver.events, target.hits(runId));
  return { runId, view, resumes: driver.answers };
}

/** Does what the scenario wants done, when the stream shows that it is time. */
class Driver {
  readonly events: SeenEvent[] = [];
  readonly answers: string[] = [];

  constructor(
    private readonly scenario: Scenario,
    private readonly runId: string,
    private readonly service: TestService,
  ) {}

  async react({ seq, type, data: { path } }: StreamFrame): Promise<void> {
    this.events.push({ type, ...(path !== undefined && { path }) });
    if (seq !== this.events.length) throw new Error(`Event ${seq} came at ${this.events.length}.`);
    if (type === 'run_started') await this.resumeAll(({ when }) => when === 'early');
    if (type === 'node_waiting') {
      await this.resumeAll(({ address, when }) => address === path && when !== 'early');
    }
    if (`${type} ${path ?? ''}` === this.scenario.cancel) {
      await this.service.post(`/v1/runs/${this.runId}/cancel`);
    }
  }

  private async resumeAll(wanted: (resume: CaseResume) => boolean): Promise<void> {
    for (const resume of (this.scenario.resumes ?? []).filter(wanted)) {
      await this.resume(resume);
      if (resume.when === 'twice') await this.resume(resume);
    }
  }

  private async resume({ address, payload, name }: CaseResume): Promise<void> {
    const path = `/v1/runs/${this.runId}/nodes/${encodeURIComponent(address)}/resume`;
    const { action } = await this.service.post<{ action: string }>(path, {
      payload,
      ...(name !== undefined && { name }),
    });
    this.answers.push(action);
  }
}

async function readRun(
  runId: string,
  service: TestService,
  events: SeenEvent[],
  hits: Record<string, number>,
): Promise<RunView> {
  const run = await service.get<{
    status: string;
    error?: RunError;
    output?: JsonObject;
    executionState: ExecutionState;
  }>(`/v1/runs/${runId}`);
  return settledView({
    status: run.status,
    ...(run.error && { error: run.error }),
    output: run.output ?? {},
    nodes: flatten(run.executionState),
    events,
    hits,
  });
}

/** The nodes by address. Those that the run never came to are left out. */
function flatten(state: ExecutionState, prefix = ''): Record<string, NodeView> {
  const nodes: Record<string, NodeView> = {};
  for (const [id, node] of Object.entries(state)) {
    const { status, input, result, branch, error, iterations = [] } = node;
    if (status === 'pending') continue;
    setOwn(nodes, prefix + id, {
      status,
      ...(input && { input }),
      ...(result !== undefined && !error && { result }),
      ...(branch !== undefined && { branch }),
      ...(error && { error }),
    });
    for (const [index, iteration] of iterations.entries()) {
      const inner = flatten(iteration, iterationPrefix(prefix + id, index));
      for (const [address, each] of Object.entries(inner)) setOwn(nodes, address, each);
    }
  }
  return nodes;
}
