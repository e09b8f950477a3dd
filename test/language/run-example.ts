import { createCatalog } from '../../activities/catalog';
import { blockList, type Block } from '../../definition/blocks/types';
import { parseBlock, validateBlock } from '../../definition/blocks/validate-block';
import type { Issue } from '../../definition/issues';
import { ownValue, type Json, type JsonObject } from '../../definition/json';
import { parseDefinition } from '../../definition/parse';
import { compile } from '../../definition/plan/compile';
import { loadPlan } from '../../definition/plan/load';
import type { ProgressEvent, RunError } from '../../definition/progress';
import { DEFAULT_LIMITS } from '../../definition/run-state/create';
import type { WorkflowDefinition } from '../../definition/types';
import { validate } from '../../definition/validate';
import { atDefault, declaredVariables, type RunVariable } from '../../definition/variables';
import { manualTriggerResult } from '../../src/record/trigger-result';
import { simulatedWorld } from '../../src/simulation/simulated-world';
import { VirtualRun } from '../../src/simulation/virtual-run';
import { compileInputCheck } from '../../src/workflows/input-check';
import { checkPayload } from '../../src/workflows/payload-check';
import { apiTriggerNodeId } from '../../src/workflows/trigger-nodes';
import { nodesOf, type NodeView } from '../support/scripted-run';
import type { ExampleRun } from './examples';

export const { catalog, actions } = createCatalog();

/** When the runs of the page start. */
const START = Date.UTC(2026, 0, 1);

/** What publishing would say of a definition. */
export function problemsOf(json: unknown, known: readonly Block[] = []): Issue[] {
  const parsed = parseDefinition(json);
  if (!parsed.ok) return parsed.issues;
  return validate(parsed.definition, { catalog, checkPayload, blocks: blockList(known) });
}

/** What making a block would say of it. */
export function problemsOfBlock({ id, definition }: Block, known: readonly Block[]): Issue[] {
  const parsed = parseBlock(definition);
  if (!parsed.ok) return parsed.issues;
  const context = { catalog, checkPayload, blocks: blockList(known) };
  return validateBlock(parsed.definition, context, id);
}

export function definitionOf(json: unknown): WorkflowDefinition {
  const parsed = parseDefinition(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.definition;
}

/** What the input schema says of the payload of a run. */
export function refusalOf(definition: WorkflowDefinition, run: Partial<ExampleRun>): object[] {
  return compileInputCheck(definition, triggerOf(definition, run))(run.payload ?? {});
}

export interface Outcome {
  status: string;
  error?: RunError;
  output: JsonObject;
  nodes: Record<string, NodeView>;
  /** Resolved payloads by address. */
  inputs: Record<string, Json>;
}

/** Does what a run with `simulate` does, at a fixed time. */
export async function simulate(
  definition: WorkflowDefinition,
  run: Partial<ExampleRun>,
  known: readonly Block[] = [],
): Promise<Outcome> {
  const payload = run.payload ?? {};
  const origin = {
    workflowId: 'wf_example',
    triggerNodeId: triggerOf(definition, run),
    triggerResult: manualTriggerResult(payload, new Date(START)),
    triggerInput: payload,
    props: run.propValues ?? {},
    variables: variablesOf(definition, run),
    organization: {
      ...{ id: 'org_example', name: 'Example', slug: 'example' },
      ...{ timezone: 'Europe/Oslo', language: 'nb' },
    },
    limits: DEFAULT_LIMITS,
    seeds: {},
  };
  const world = simulatedWorld(catalog, actions, run.mocks ?? {});
  const plan = loadPlan(compile(definition, catalog, blockList(known)));
  const { events, state } = await new VirtualRun(plan, origin, START, world).run();
  if (!state.end) throw new Error('The run does not end.');
  return { ...state.end, nodes: nodesOf(events), inputs: inputsOf(events) };
}

function variablesOf(
  { variableDefs }: WorkflowDefinition,
  run: Partial<ExampleRun>,
): RunVariable[] {
  const given = run.variables ?? {};
  return atDefault(declaredVariables(variableDefs)).map((variable) => ({
    ...variable,
    value: ownValue(given, variable.name) ?? variable.value,
  }));
}

function triggerOf(definition: WorkflowDefinition, run: Partial<ExampleRun>): string {
  return run.triggerNodeId ?? apiTriggerNodeId(definition);
}

function inputsOf(events: readonly ProgressEvent[]): Record<string, Json> {
  return Object.fromEntries(
    events.flatMap(({ path, input }) => (path !== undefined && input ? [[path, input]] : [])),
  );
}
