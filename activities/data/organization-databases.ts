import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Json, JsonObject } from '../../definition/json';
import { ActionError } from '../action';
import { onlyReads, sqlProblem } from './check-sql';
import { placeholderCount } from './placeholders';
import {
  QueriesBusyError,
  QueryDeadlineError,
  QueryLostError,
  QueryProcesses,
} from './process-pool';

/** Rows that one statement may give. */
export const MAX_ROWS = 1_000;
export const MAX_PARAMS = 100;
/** Of all rows as JSON. */
export const MAX_DATA_BYTES = 5 * 1024 * 1024;

const PROCESSES = 4;
const MAX_WAITING = 200;
/** Statements of one organization at once: the others must come to theirs. */
const MAX_EACH = 50;
/** How long a writer waits for another one. */
const BUSY_MS = 2_000;

/** SQL: `t` is a table or view that the organization has made. */
const IS_OWN = ['sqlite', 'weft', 'libsql']
  .map((prefix) => `t.name NOT LIKE '${prefix}\\_%' ESCAPE '\\'`)
  .reduce((all, one) => `${all} AND ${one}`, `t.type IN ('table', 'view')`);

export interface DatabaseSettings {
  /** Where the files are. */
  directory: string;
  /** A libSQL server instead of files: an address with `{database}` in it, which is a name for each organization. */
  serverUrl?: string;
  authToken?: string;
  timeoutMs: number;
  /** Of one file. */
  maxBytes: number;
}

export interface DataQuery {
  organizationId: string;
  sql: string;
  params: readonly Json[];
  /** The statement takes effect once for a key, and answers the same again. */
  once?: string;
  signal?: AbortSignal;
}

export interface DataRows {
  rows: JsonObject[];
  rowsAffected: number;
  lastRowId: number | string | null;
}

/** One SQL database for each organization: a file, or a database of a libSQL server. */
export class OrganizationDatabases {
  private readonly processes = new QueryProcesses({ processes: PROCESSES, waiting: MAX_WAITING });
  private readonly running = new Map<string, number>();

  constructor(private readonly settings: DatabaseSettings) {}

  /** Throws {@link ActionError}. */
  async query(query: DataQuery): Promise<DataRows> {
    const { organizationId, sql, params } = query;
    const problem = sqlProblem(sql);
    if (problem !== undefined) throw new ActionError('sql_refused', problem);
    refuseOtherParams(placeholderCount(sql), params.length);
    return this.carryOut(query, organizationId);
  }

  /** Names of tables and views, as many as a statement may give. */
  async tables(organizationId: string): Promise<string[]> {
    const sql = `SELECT t.name FROM sqlite_schema t WHERE ${IS_OWN} ORDER BY t.name LIMIT ${MAX_ROWS}`;
    const { rows } = await this.carryOut({ organizationId, sql, params: [] }, organizationId);
    return rows.map(({ name }) => textOf(name));
  }

  /** Columns of a table as `pragma_table_info` tells them; none when there is no such table. */
  async columns(organizationId: string, table: string): Promise<JsonObject[]> {
    const sql = `SELECT c.name, c.type, c."notnull", c.dflt_value, c.pk
      FROM sqlite_schema t, pragma_table_info(t.name) c
      WHERE ${IS_OWN} AND t.name = ? ORDER BY c.cid`;
    const query = { organizationId, sql, params: [table] };
    return (await this.carryOut(query, organizationId)).rows;
  }

  close(): void {
    this.processes.close();
  }

  private async carryOut(query: DataQuery, organizationId: string): Promise<DataRows> {
    const running = this.running.get(organizationId) ?? 0;
    if (running >= MAX_EACH) throw busy();
    this.running.set(organizationId, running + 1);
    try {
      return await this.inProcess(query);
    } finally {
      const left = (this.running.get(organizationId) ?? 1) - 1;
      if (left > 0) this.running.set(organizationId, left);
      else this.running.delete(organizationId);
    }
  }

  private async inProcess({
    organizationId,
    sql,
    params,
    once,
    signal,
  }: DataQuery): Promise<DataRows> {
    const { authToken, timeoutMs, maxBytes } = this.settings;
    const task = {
      ...{ url: await this.urlOf(organizationId), sql, params: JSON.stringify(params) },
      ...(authToken !== undefined && { authToken }),
      ...(once !== undefined && { once }),
      ...{ readOnly: onlyReads(sql), maxRows: MAX_ROWS, maxBytes, busyMs: BUSY_MS },
      maxDataBytes: MAX_DATA_BYTES,
    };
    const limit = { deadlineMs: timeoutMs, ...(signal && { signal }) };
    const reply = await this.processes.run(task, limit).catch((error: unknown) => {
      throw this.explain(error);
    });
    if (reply.kind === 'too-much') throw tooMuch();
    if (reply.kind === 'failed') throw failure(reply);
    return JSON.parse(reply.json) as DataRows;
  }

  /** Letters alone: ids differ in case, which names of hosts and some file systems do not. */
  private async urlOf(organizationId: string): Promise<string> {
    const digest = createHash('sha256').update(organizationId).digest('hex').slice(0, 40);
    const { serverUrl, directory } = this.settings;
    if (serverUrl !== undefined) return serverUrl.replaceAll('{database}', `org-${digest}`);
    await mkdir(directory, { recursive: true, mode: 0o700 });
    return pathToFileURL(path.join(directory, `org-${digest}.db`)).href;
  }

  private explain(error: unknown): unknown {
    if (error instanceof QueryDeadlineError) {
      const seconds = this.settings.timeoutMs / 1000;
      return new ActionError('query_timeout', `A statement takes at most ${seconds} seconds.`);
    }
    if (error instanceof QueryLostError) return tooMuch();
    return error instanceof QueriesBusyError ? busy() : error;
  }
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function tooMuch(): ActionError {
  return new ActionError(
    'result_too_large',
    `A statement gives at most ${MAX_ROWS} rows and ${MAX_DATA_BYTES} bytes. Add a LIMIT, or read less of each row.`,
  );
}

function busy(): ActionError {
  return new ActionError('database_busy', 'Too many statements wait. Try again later.', true);
}

/** SQLite takes null for a value that is missing, which is seldom meant. */
function refuseOtherParams(wanted: number, given: number): void {
  if (wanted > MAX_PARAMS) {
    const message = `A statement takes at most ${MAX_PARAMS} parameters, and this one has placeholders for ${wanted}.`;
    throw new ActionError('params_refused', message);
  }
  if (given === wanted) return;
  const values = wanted === 1 ? '1 value' : `${wanted} values`;
  throw new ActionError(
    'params_refused',
    `params must hold ${values}, one for each placeholder of the statement: it holds ${given}.`,
  );
}

/**
 * Where a database is is nobody's business. Judged by the code: a message may hold words of the statement, and no
 * statement makes a database one that can not be reached.
 */
function failure({ code, message }: { code: string; message: string }): ActionError {
  if (code === 'SQLITE_BUSY') return busy();
  if (code === 'SQLITE_NOMEM' || code === 'SQLITE_TOOBIG') return tooMuch();
  if (code === '' || /^(SQLITE_CANTOPEN|SERVER_ERROR$|HRANA_)/.test(code)) {
    return new ActionError('database_unavailable', 'The database can not be reached.', true);
  }
  const text = message.replaceAll(`${code}: `, '').replace(/^SQLite error: /, '');
  return new ActionError('sql_failed', text.slice(0, 1_000));
}
