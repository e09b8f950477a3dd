import type { Json, JsonObject } from '../definition/json';
import type { DataQuery, DataRows } from './data/organization-databases';
import type { RunError } from '../definition/progress';
import type {
  Carried,
  ChildTask,
  ClaimTimeoutTask,
  FlushTask,
  PreparedChild,
  RunReference,
  Settlement,
  SettleTask,
  TimeoutDecision,
} from '../workflows/port';

/** What the activities need of the world, implemented in `src/`. */
export interface ActivityDeps {
  record: RunRecord;
  deliveries: WebhookDeliveries;
  databases: ManagedData;
  secrets: SecretReader;
  egress: EgressRules;
  log: ActivityLog;
}

/** The record of a run in PostgreSQL. Each call is one SQL statement. */
export interface RunRecord {
  /** Writes what is carried and the attempt's `node_started` or `node_retrying`, unless the node has an outcome. */
  begin(task: BeginAttempt): Promise<AttemptDecision>;
  /** Writes the node's success. False when a newer attempt or the run's end came first. */
  succeed(task: AttemptSuccess): Promise<boolean>;
  /** Marks the attempt as finished without success, so that the next one may run. */
  release(task: {
    run: RunReference;
    address: string;
    attempt: number;
    error: RunError;
  }): Promise<void>;
  /** The success that is recorded of a node; else none will be, and no attempt of it begins any more. */
  settle(task: SettleTask): Promise<Settlement>;
  /**
   * Writes what is carried and the end. False while the run waits to be reopened: it was ended by another
   * execution of its workflow than this one, which was reset since.
   */
  flush(task: FlushTask, executionId?: string): Promise<boolean>;
  claimTimeout(task: ClaimTimeoutTask): Promise<TimeoutDecision>;
  /** Picks the child's version, checks its input and writes its run row; the same node gives the same child. */
  prepareChild(task: ChildTask): Promise<PreparedChild>;
}

export interface BeginAttempt {
  run: RunReference;
  node: { address: string; id: string; type: string };
  /** Resolved payload, secrets masked. */
  input: JsonObject;
  /** Temporal's attempt number: a write of an older one is refused. */
  attempt: number;
  maxAttempts: number;
  safeToRepeat: boolean;
  carried: Carried;
  at: number;
}

export type AttemptDecision =
  /** `number` counts the attempts that really began, this one included. */
  | { kind: 'proceed'; number: number }
  /** An earlier attempt succeeded: take its result, do nothing. */
  | { kind: 'recorded'; result: Json }
  /** An earlier attempt began, never finished, and must not be repeated. */
  | { kind: 'outcome-unknown' }
  /** The allowed attempts are used up; the last error, when one was released. */
  | { kind: 'exhausted'; error?: RunError }
  /** It may be reopened, if its workflow was reset; and so may an attempt that a newer one has overtaken. */
  | { kind: 'run-ended' }
  | { kind: 'unknown-run' };

export interface AttemptSuccess {
  run: RunReference;
  node: { address: string; id: string; type: string };
  attempt: number;
  result: Json;
  at: number;
}

export interface WebhookDeliveries {
  /** Writes the delivery and starts it; the same idempotency key gives the same delivery. */
  enqueue(delivery: {
    run: RunReference;
    nodeId: string;
    idempotencyKey: string;
    url: string;
    headers: Record<string, string>;
    body: Json;
    maxRetries: number;
  }): Promise<{ deliveryId: string }>;
  /** The request of a delivery, headers unsealed. */
  read(delivery: { organizationId: string; deliveryId: string }): Promise<DeliveryRequest>;
  /** Records one attempt; `settled` ends the delivery. */
  recordAttempt(attempt: DeliveryAttempt): Promise<void>;
}

export interface DeliveryRequest {
  url: string;
  headers: Record<string, string>;
  body: Json;
  settled: boolean;
  /** Attempts that are recorded. */
  attempts: number;
}

export interface DeliveryAttempt {
  organizationId: string;
  deliveryId: string;
  attempt: number;
  responseStatus?: number;
  responseHeaders?: Record<string, string>;
  responseBody?: string;
  /** Of an attempt without an answer. */
  errorCode?: string;
  errorMessage?: string;
  durationMs: number;
  outcome: 'success' | 'retrying' | 'failure';
}

/** The SQL databases of organizations. */
export interface ManagedData {
  query(query: DataQuery): Promise<DataRows>;
}

/** Unseals `{ "$secret": "sec_..." }` references, only inside an activity. */
export interface SecretReader {
  reveal(organizationId: string, secretIds: string[]): Promise<Map<string, string>>;
}

export interface EgressRules {
  /** Hosts and CIDRs that may be reached although they are private (`WEFT_EGRESS_ALLOW`). */
  allow: string[];
}

export interface ActivityLog {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
}
