import type { Json, JsonObject } from '../../definition/json';
import type { NodeStatus, RunStatus } from '../../definition/progress';

/** Nodes by id. `root` may be left out: it is a manual trigger whose child is the first node then. */
export type CaseNodes = Record<string, JsonObject>;

/** Stands for the HTTP target in a definition: `http://target/echo`. */
export const TARGET = 'http://target';

/** Stands for the id of another workflow of the case: `<workflow:child>`. */
export const WORKFLOW_ID = /<workflow:(\w+)>/g;

/** Stands for the id of a block of the case: `<block:price>`. */
export const BLOCK_ID = /<block:(\w+)>/g;

/** A definition and what happens to a run of it from outside. Plain data. */
export interface Scenario {
  name: string;
  nodes: CaseNodes;
  payload?: JsonObject;
  /** Variables that the definition declares. */
  variableDefs?: JsonObject[];
  /** Other workflows, for `trigger-workflow`, by the name in `<workflow:name>`. */
  workflows?: Record<string, CaseNodes>;
  /** Blocks, by the name in `<block:name>`: each may name those before it. */
  blocks?: Record<string, JsonObject>;
  resumes?: CaseResume[];
  /** Cancels the run at this event, such as `node_waiting hold` or `node_started orders[1]/charge`. */
  cancel?: string;
}

/** What must come of a scenario, on every shell. */
export interface ContractCase extends Scenario {
  /** The row of the table of meanings that it holds. */
  row?: string;
  /** Events, such as `node_waiting child`, of which time decides whether they come: orders are compared without. */
  mayLack?: string[];
  expect: CaseExpectation;
}

export interface CaseResume {
  address: string;
  payload: JsonObject;
  name?: string;
  /**
   * - `waiting`: when the wait is open
   * - `early`: before any wait is open
   * - `twice`: when the wait is open, two times: the second must change nothing
   */
  when: 'waiting' | 'early' | 'twice';
}

export interface CaseExpectation {
  status: RunStatus;
  error?: { code: string; nodeId?: string; path?: string };
  /** Every node that got anywhere, by address: none may be missing, none may be too many. */
  nodes: Record<string, NodeExpectation>;
  output?: JsonObject;
  /** Addresses whose first events must come in this order, where the definition alone does not say so. */
  order?: string[];
  /** Requests that reached the HTTP target, by `METHOD /path`. */
  hits?: Record<string, number>;
}

export interface NodeExpectation {
  status: NodeStatus;
  /** Of an object only the fields named here are compared; shells are compared with each other whole. */
  result?: Json;
  input?: JsonObject;
  branch?: string;
  /** Code of the error. */
  error?: string;
}
