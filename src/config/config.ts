import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import path from 'node:path';
import type { DatabaseSettings } from '../../activities/data/organization-databases';
import { AuditSettings } from '../audit/audit-settings';
import { RateLimitSettings } from '../rate-limits/rate-limit-settings';
import { AuthSettings } from '../auth/auth-settings';
import { Environment, type LogLevel } from './environment';
import { StartError } from './start-error';

export interface EncryptionKey {
  id: string;
  /** 32 bytes. */
  key: Buffer;
}

/** In milliseconds. */
export interface ReconcilerTimings {
  /** Between two rounds. */
  intervalMs: number;
  /** Age of a row whose workflow has not been started. */
  startAfterMs: number;
  /** Age of a resume, or of a cancel, that its run does not seem to have heard of. */
  tellAfterMs: number;
}

export interface Config {
  port: number;
  host: string;
  database: {
    /** Absent: an embedded PostgreSQL is started. */
    url?: string;
    poolSize: number;
  };
  auth: AuthSettings;
  /** Requests of one organization in a minute; 0: any number. */
  rateLimits: RateLimitSettings;
  audit: AuditSettings;
  /** Proxies in front of the API, whose word on the client's address and protocol counts. */
  trustedProxies: number;
  /** Absolute. */
  dataDir: string;
  embedded: { postgresPort: number; temporalPort: number; temporalUiPort: number };
  temporal: {
    /** False: an embedded Temporal is started. The connection itself is read by `@temporalio/envconfig`. */
    configured: boolean;
    taskQueue: string;
  };
  worker: {
    /** Whether the API process carries a worker. */
    embedded: boolean;
    /** Build id for worker versioning; absent: unversioned. */
    buildId?: string;
    maxCachedWorkflows: number;
    maxConcurrentActivities: number;
    /** How long a worker that stops waits for its actions. */
    stopSeconds: number;
    maxConcurrentLocalActivities: number;
    maxConcurrentWorkflowTasks: number;
  };
  /** Hosts and CIDRs that actions may reach although they are private. */
  egressAllow: string[];
  /** The first one seals; all of them unseal. Empty: a key of its own is kept in the data directory. */
  encryptionKeys: EncryptionKey[];
  /** Packages whose actions join the catalog. */
  actionPackages: string[];
  /** Compute units that a node of a type costs, where the operator has set it. */
  cuCosts: ReadonlyMap<string, number>;
  managedData: DatabaseSettings;
  reconciler: ReconcilerTimings;
  logLevel: LogLevel;
  limits: {
    maxHistoryEvents: number;
    /** Youngest age of a Temporal run that is cut, in milliseconds. */
    minCutAgeMs: number;
    maxInFlight: number;
    maxIterations: number;
    maxNodes: number;
    maxOutputBytes: number;
    maxBodyBytes: number;
  };
}

/** Names every variable that is wrong, one a line. */
export class ConfigError extends StartError {
  override readonly name = 'ConfigError';

  constructor(readonly problems: string[]) {
    super(`The environment is not valid:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
  }
}

/** Reads the configuration. An empty variable counts as absent. Throws {@link ConfigError}. */
export function loadConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const environment = plainToInstance(Environment, given, { exposeDefaultValues: true });
  const problems = validateSync(environment).map(
    ({ property, constraints }) => Object.values(constraints ?? {})[0] ?? property,
  );
  const encryptionKeys = environment.WEFT_ENCRYPTION_KEY.map(parseKey);
  if (new Set(encryptionKeys.map(({ id }) => id)).size < encryptionKeys.length) {
    problems.push('WEFT_ENCRYPTION_KEY must name each of its keys differently');
  }
  if (
    (environment.WEFT_OIDC_ISSUER === undefined) !==
    (environment.WEFT_OIDC_AUDIENCE === undefined)
  ) {
    problems.push('WEFT_OIDC_ISSUER and WEFT_OIDC_AUDIENCE go together');
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return toConfig(environment, encryptionKeys);
}

function toAuth(env: Environment): AuthSettings {
  const { WEFT_OIDC_ISSUER: issuer, WEFT_OIDC_AUDIENCE: audience } = env;
  const oidc = issuer !== undefined && audience !== undefined ? { issuer, audience } : undefined;
  const admins = new Set(env.WEFT_ADMINS);
  return new AuthSettings(env.WEFT_SIGN_UP, env.WEFT_SESSION_HOURS * 3_600_000, oidc, admins);
}

function toManagedData(env: Environment): DatabaseSettings {
  const { WEFT_LIBSQL_URL: serverUrl, WEFT_LIBSQL_AUTH_TOKEN: authToken } = env;
  return {
    directory: path.resolve(env.WEFT_DATA_DIR, 'databases'),
    ...(serverUrl !== undefined && { serverUrl }),
    ...(authToken !== undefined && { authToken }),
    timeoutMs: env.WEFT_QUERY_TIMEOUT_MS,
    maxBytes: env.WEFT_MAX_DATABASE_BYTES,
  };
}

function toConfig(env: Environment, encryptionKeys: EncryptionKey[]): Config {
  return {
    port: env.PORT,
    host: env.HOST,
    database: {
      ...(env.DATABASE_URL !== undefined && { url: env.DATABASE_URL }),
      poolSize: env.WEFT_DATABASE_POOL,
    },
    auth: toAuth(env),
    rateLimits: new RateLimitSettings(env.WEFT_RATE_LIMIT, env.WEFT_OPEN_RATE_LIMIT),
    audit: new AuditSettings(env.WEFT_AUDIT_DAYS),
    trustedProxies: env.WEFT_TRUSTED_PROXIES,
    dataDir: path.resolve(env.WEFT_DATA_DIR),
    embedded: {
      postgresPort: env.WEFT_POSTGRES_PORT,
      temporalPort: env.WEFT_TEMPORAL_PORT,
      temporalUiPort: env.WEFT_TEMPORAL_UI_PORT,
    },
    temporal: {
      configured: env.TEMPORAL_ADDRESS !== undefined,
      taskQueue: env.WEFT_TASK_QUEUE,
    },
    worker: {
      embedded: env.WEFT_EMBEDDED_WORKER,
      ...(env.WEFT_WORKER_VERSIONING !== undefined && { buildId: env.WEFT_WORKER_VERSIONING }),
      maxCachedWorkflows: env.WEFT_MAX_CACHED_WORKFLOWS,
      maxConcurrentActivities: env.WEFT_MAX_CONCURRENT_ACTIVITIES,
      stopSeconds: env.WEFT_STOP_SECONDS,
      maxConcurrentLocalActivities: env.WEFT_MAX_CONCURRENT_LOCAL_ACTIVITIES,
      maxConcurrentWorkflowTasks: env.WEFT_MAX_CONCURRENT_WORKFLOW_TASKS,
    },
    egressAllow: env.WEFT_EGRESS_ALLOW,
    encryptionKeys,
    actionPackages: env.WEFT_ACTION_PACKAGES,
    cuCosts: new Map(env.WEFT_CU_COSTS.map(parseCost)),
    managedData: toManagedData(env),
    reconciler: {
      intervalMs: env.WEFT_RECONCILE_INTERVAL_MS,
      startAfterMs: env.WEFT_RECONCILE_START_AFTER_MS,
      tellAfterMs: env.WEFT_RECONCILE_TELL_AFTER_MS,
    },
    logLevel: env.WEFT_LOG_LEVEL,
    limits: {
      maxHistoryEvents: env.WEFT_MAX_HISTORY_EVENTS,
      minCutAgeMs: env.WEFT_MIN_CUT_AGE_MS,
      maxInFlight: env.WEFT_MAX_IN_FLIGHT,
      maxIterations: env.WEFT_MAX_ITERATIONS,
      maxNodes: env.WEFT_MAX_NODES,
      maxOutputBytes: env.WEFT_MAX_OUTPUT_BYTES,
      maxBodyBytes: env.WEFT_MAX_BODY_BYTES,
    },
  };
}

function parseCost(text: string): [type: string, cost: number] {
  const [type = '', cost] = text.split('=');
  return [type, Number(cost)];
}

/** A key without a name is called `default`. */
function parseKey(text: string): EncryptionKey {
  const colon = text.indexOf(':');
  return {
    id: colon < 0 ? 'default' : text.slice(0, colon),
    key: Buffer.from(text.slice(colon + 1), 'base64'),
  };
}
