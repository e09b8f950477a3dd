import { createCatalog } from '../../activities/catalog';
import { maskInput } from '../../activities/masking';
import { NO_BLOCKS, type Blocks } from '../../definition/blocks/types';
import { compile } from '../../definition/plan/compile';
import { loadPlan } from '../../definition/plan/load';
import type { PlanNode } from '../../definition/plan/types';
import type { ProgressEvent } from '../../definition/progress';
import { DEFAULT_LIMITS } from '../../definition/run-state/create';
import type { Claim, RunInput } from '../../definition/run-state/types';
import { isJsonObject, ownValue, setOwn, type Json, type JsonObject } from '../../definition/json';
import type { WorkflowDefinition } from '../../definition/types';
import { atDefault, declaredVariables } from '../../definition/variables';
import { newId } from '../../src/database/ids';
import { manualTriggerResult } from '../../src/record/trigger-result';
import {
  VirtualRun,
  type Answer,
  type VirtualOutcome,
  type VirtualWorld,
} from '../../src/simulation/virtual-run';
import { runRealAction } from './contract-actions';
import type { CaseResume, Scenario } from './contract-case';
import { blocksOf, definitionOf, fill, ownIdOf, type Places } from './contract-definition';
import { settledView, type NodeView, type RunView } from './contract-view';
import type { HttpTarget } from './http-target';

const { catalog } = createCatalog();
/** Any fixed moment: what is volatile is taken out before results are compared. */
const START = Date.UTC(2026, 0, 1);

/** Runs a scenario in virtual time, with the real actions. */
export async function runVirtually(scenario: Scenario, target: HttpTarget): Promise<RunView> {
  const space = newId('run');
  const workflows = new Map(
    Object.keys(scenario.workflows ?? {}).map((name) => [newId('wf'), name]),
  );
  const ids = new Map([...workflows].map(([id, name]) => [name, id]));
  const places: Places = {
    ...{ target: target.url(space), workflowId: (name) => ids.get(name) },
    blockId: ownIdOf,
  };
  const world = new CaseWorld(scenario, target, space, (workflowId) => {
    const name = workflows.get(workflowId);
    const nodes = scenario.workflows?.[name ?? ''];
    return name && nodes ? { name, definition: definitionOf(nodes, places) } : undefined;
  });
  const definition = definitionOf(scenario.nodes, places, scenario.variableDefs);
  const { events, state } = await drive(
    definition,
    fill(scenario.payload ?? {}, places),
    newId('wf'),
    world,
    blocksOf(scenario, places),
  );
  if (!state.end) throw new Error(`The virtual run is stuck: ${JSON.stringify(state)}`);
  return settledView({
    ...state.end,
    nodes: nodesOf(events),
    events: events.map(({ type, path }) => ({ type, ...(path !== undefined && { path }) })),
    hits: target.hits(space),
  });
}

function drive(
  definition: WorkflowDefinition,
  payload: JsonObject,
  workflowId: string,
  world: VirtualWorld,
  blocks: Blocks = NO_BLOCKS,
): Promise<VirtualOutcome> {
  const origin = {
    workflowId,
    triggerNodeId: 'root',
    triggerResult: manualTriggerResult(payload, new Date(START)),
    triggerInput: payload,
    props: {},
    variables: atDefault(declaredVariables(definition.variableDefs)),
    // As the first start of the service makes it.
    organization: {
      ...{ id: newId('org'), name: 'Default', slug: 'default', timezone: null, language: null },
    },
    limits: DEFAULT_LIMITS,
    seeds: {},
  };
  return new VirtualRun(loadPlan(compile(definition, catalog, blocks)), origin, START, world).run();
}

type FindWorkflow = (
  workflowId: string,
) => { name: string; definition: WorkflowDefinition } | undefined;

/** The world of one run: resumes and the cancel come from the case, actions and child runs are real. */
class CaseWorld implements VirtualWorld {
  private readonly runId = newId('run');
  private readonly cancelled = new AbortController();
  /** Ends of children that are waited for, by address. */
  private readonly childEnds = new Map<string, Claim>();

  constructor(
    private readonly scenario: Pick<Scenario, 'resumes' | 'cancel'>,
    private readonly target: HttpTarget,
    private readonly space: string,
    private readonly findWorkflow: FindWorkflow,
  ) {}

  act(node: PlanNode, address: string, input: JsonObject): Promise<Answer> {
    if (node.execution === 'child-workflow') return this.startChild(address, input);
    const action = { runId: this.runId, node, address, input };
    return runRealAction(action, this.cancelled.signal, () => this.underWay(node));
  }

  /** Resolves when the action has begun, as far as that can be seen from outside. */
  private async underWay({ type }: PlanNode): Promise<void> {
    const hits = (): string[] => Object.keys(this.target.hits(this.space));
    while (type === 'http-request' && hits().length === 0) await nextTurn();
  }

  resume(_node: PlanNode, address: string): { claims: Claim[]; afterMs: number } {
    const resumes = this.resumes((resume) => resume.when !== 'early' && resume.address === address);
    return { afterMs: 0, claims: resumes.map(({ claim }) => claim) };
  }

  meanwhile({ type, path = '' }: ProgressEvent): RunInput[] {
    const now = START;
    if (type === 'run_started') {
      return this.resumes(({ when }) => when === 'early').map(({ address, claim }) => ({
        ...{ kind: 'resumed', now, address, claim },
      }));
    }
    if (`${type} ${path}` === this.scenario.cancel) {
      this.cancelled.abort();
      return [{ kind: 'cancel', now, reason: 'The run was cancelled.' }];
    }
    const claim = type === 'node_waiting' ? this.childEnds.get(path) : undefined;
    return claim ? [{ kind: 'child-ended', now, address: path, claim }] : [];
  }

  mask(node: PlanNode, input: JsonObject): JsonObject {
    return maskInput(input, node.secretKeys);
  }

  private resumes(wanted: (resume: CaseResume) => boolean): { address: string; claim: Claim }[] {
    return (this.scenario.resumes ?? []).filter(wanted).flatMap((resume) => {
      const { address, name, payload, when } = resume;
      const once = { address, claim: { ...(name !== undefined && { name }), payload } };
      return (when === 'twice' ? [once, once] : [once]).map(({ claim }) => ({
        address,
        claim: { ...claim, id: newId('clm'), source: 'manual' },
      }));
    });
  }

  private async startChild(address: string, input: JsonObject): Promise<Answer> {
    const { payload, waitForCompletion } = input;
    const workflowId = typeof input.workflowId === 'string' ? input.workflowId : '';
    const found = this.findWorkflow(workflowId);
    if (!found) {
      const message = `There is no workflow ${JSON.stringify(workflowId)}`;
      return { ok: false, error: { code: 'workflow_not_found', message } };
    }
    const childRunId = newId('run');
    const world = new CaseWorld({}, this.target, this.space, this.findWorkflow);
    const { state } = await drive(
      found.definition,
      isJsonObject(payload) ? payload : {},
      workflowId,
      world,
    );
    const result: Json = {
      triggeredWorkflowId: workflowId,
      triggeredWorkflowName: found.name,
      runId: childRunId,
      runStatus: 'running',
      triggeredAt: new Date(START).toISOString(),
    };
    if (waitForCompletion !== true) return { ok: true, result };
    const end = { ...state.end } as unknown as JsonObject;
    this.childEnds.set(address, { id: newId('clm'), payload: end, source: 'child' });
    return { ok: true, result, childRunId };
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The last state of each node, as the record would show it. */
function nodesOf(events: readonly ProgressEvent[]): Record<string, NodeView> {
  const nodes: Record<string, NodeView> = {};
  for (const { path, status, input, result, branch, error } of events) {
    if (path === undefined) continue;
    const before = ownValue(nodes, path);
    setOwn(nodes, path, {
      ...(before?.input && { input: before.input }),
      status,
      ...(input && { input }),
      ...(result !== undefined && result !== null && { result }),
      ...(branch !== undefined && { branch }),
      ...(error && { error }),
    });
  }
  return nodes;
}
