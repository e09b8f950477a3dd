import type { Block as WorkflowBlock } from '../../definition/blocks/types';
import type { Json, JsonObject } from '../../definition/json';
import type { Block, Fence } from './page';

/** A definition of the page with what the page says of it. */
export interface Example {
  title: string;
  definition: unknown;
  /** Blocks that it may name: those of its section so far. */
  blocks: WorkflowBlock[];
  runs: ExampleRun[];
  /** What the validator says of it; none when it has none. */
  problems: JsonObject[];
}

/** A run as the page shows it: how it is started, then what comes of it. */
export interface ExampleRun {
  line: number;
  payload?: JsonObject;
  propValues?: JsonObject;
  /** Values of variables at the start. */
  variables?: JsonObject;
  triggerNodeId?: string;
  mocks?: JsonObject;
  /** The payload does not fit the input schema, and nothing starts. */
  refused?: JsonObject[];
  status?: string;
  error?: JsonObject;
  /** Statuses by address; `pending` for a node that was never reached. */
  nodes?: Record<string, string>;
  /** Results by address; of an object only the fields shown count. */
  results?: Record<string, Json>;
  /** Resolved payloads by address, likewise. */
  inputs?: Record<string, Json>;
  output?: JsonObject;
}

const RUN_KEYS = [
  ...['payload', 'propValues', 'variables', 'triggerNodeId', 'mocks', 'refused', 'status', 'error'],
  ...['nodes', 'results', 'inputs', 'output'],
];

/** Every definition of the page. A run or a list of problems belongs to the definition before it. */
export function examplesOf(blocks: readonly Block[]): Example[] {
  const examples: Example[] = [];
  let section = '';
  let last: Example | undefined;
  let known: WorkflowBlock[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') {
      section = block.text;
      last = undefined;
      known = [];
    }
    if (block.kind !== 'fence' || block.language !== 'json') continue;
    switch (block.role) {
      case 'block':
        known = [...known, read(block) as WorkflowBlock];
        break;
      case 'definition':
        last = {
          title: `${section}, line ${block.line}`,
          definition: read(block),
          blocks: known,
          runs: [],
          problems: [],
        };
        examples.push(last);
        break;
      case 'run':
        if (!last) throw new Error(`The run at line ${block.line} has no definition.`);
        last.runs.push({ line: block.line, ...runOf(block) });
        break;
      case 'problems':
        if (!last) throw new Error(`The problems at line ${block.line} have no definition.`);
        last.problems.push(...(read(block) as JsonObject[]));
        break;
    }
  }
  return examples;
}

export function read({ text, line }: Fence): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Error(`The block at line ${line} is no JSON.`, { cause: error });
  }
}

function runOf(block: Fence): Omit<ExampleRun, 'line'> {
  const run = read(block) as Omit<ExampleRun, 'line'>;
  const odd = Object.keys(run).filter((key) => !RUN_KEYS.includes(key));
  if (odd.length > 0) throw new Error(`The run at line ${block.line} has ${odd.join()}.`);
  return run;
}
