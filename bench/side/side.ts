/** What a run does. `wait` is a step, a wait that is resumed, and a step. */
export type Shape = { kind: 'sequential' | 'parallel' | 'local'; steps: number } | { kind: 'wait' };

export interface RunTimes {
  /** Workflow id in Temporal. */
  runId: string;
  /** From the call that starts it until a Temporal client has its result, in milliseconds. */
  totalMs: number;
  /** When each activity began, in milliseconds after that call. */
  stepsMs: number[];
}

export interface Load {
  runs: number;
  /** How many of them at once. */
  clients: number;
}

/** Statements and bytes of parameters sent to PostgreSQL, by the statement's name. */
export type StatementCounts = Record<string, { count: number; bytes: number }>;

/** One way to run the same work: client and worker in a process of its own. */
export interface Side {
  run(shape: Shape, load: Load): Promise<{ runs: RunTimes[]; elapsedMs: number }>;
  /** Starts runs that come to wait. Gives their workflow ids; they may not wait yet. */
  park(load: Load): Promise<string[]>;
  /** Resumes a run that waits. Milliseconds from the call until its next activity begins. */
  resume(runId: string): Promise<number>;
  /** Bytes that the process holds, after a garbage collection of its main thread. */
  memory(): Promise<{ rss: number }>;
  /** Milliseconds of processor time that the process has used. */
  cpu(): Promise<number>;
  /** Since the start of the process. */
  statements(): Promise<StatementCounts>;
  stop(): Promise<void>;
}

/** A request that changes nothing. */
export interface ReadRequest {
  method: 'GET' | 'POST';
  path: string;
  body?: object;
}

/** What only Weft has. */
export interface WeftSide extends Side {
  /** Runs any definition once; resumes the node `pause`, if it has one. Gives the run id. */
  runDefinition(nodes: Record<string, unknown>): Promise<string>;
  /** Publishes a workflow and gives its id. */
  publish(nodes: Record<string, unknown>): Promise<string>;
  /** Milliseconds of each of so many requests, one after another. */
  readTimes(request: ReadRequest, calls: number): Promise<number[]>;
  /** The data of the answer. */
  read(request: ReadRequest): Promise<unknown>;
  /** Milliseconds from an event's commit until a client of the run's stream has read it. */
  streamDelays(load: { runs: number; steps: number }): Promise<number[]>;
}

export interface SideSettings {
  temporalAddress: string;
  databaseUrl: string;
  taskQueue: string;
  dataDir: string;
}

/** `record`: hand-written, with rows of progress in PostgreSQL; `bare`: without. */
export type SideName = 'weft' | 'record' | 'bare';
