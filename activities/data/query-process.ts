import type { Client, InValue, ResultSet, Transaction } from '@libsql/client';

export interface QueryTask {
  /** Of the database: `file:...`, or the address of a server. */
  url: string;
  authToken?: string;
  sql: string;
  /** As JSON. */
  params: string;
  readOnly: boolean;
  /** A statement with the same key takes effect once, and answers the same again. */
  once?: string;
  maxRows: number;
  /** Of the answer as JSON. */
  maxDataBytes: number;
  maxBytes: number;
  busyMs: number;
}

export type QueryReply =
  /** JSON of a `DataRows`. */
  | { kind: 'done'; json: string }
  /** The code is the client's; empty for an error that has none, as one of the network. */
  | { kind: 'failed'; code: string; message: string }
  | { kind: 'too-much' };

type Answer = Pick<ResultSet, 'columns' | 'rows' | 'rowsAffected' | 'lastInsertRowid'>;
type Effect = Answer & { hasWritten: boolean };

/** Runs in a process of its own, which can be ended: its source text is what runs, so it uses nothing from around it. */
/* istanbul ignore next: its source text runs elsewhere */
export function queryProcess(load: NodeJS.Require, libsql: string): void {
  const { createClient } = load(libsql) as typeof import('@libsql/client');
  const MEMORY_BYTES = 67_108_864;
  const PAGE_BYTES = 4_096;
  const KEEP_DAYS = 30;

  function bind(value: unknown): InValue {
    if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
    if (typeof value === 'boolean') return value ? 1n : 0n;
    return typeof value === 'string' || value === null ? value : JSON.stringify(value);
  }

  function show(value: unknown): unknown {
    if (typeof value === 'bigint') {
      const number = Number(value);
      return Number.isSafeInteger(number) ? number : String(value);
    }
    return value instanceof ArrayBuffer ? Buffer.from(value).toString('base64') : value;
  }

  /** A row is an object, which would lose one of two columns of the same name. */
  function refuseSameNames(columns: readonly string[]): void {
    const twice = columns.find((column, index) => columns.indexOf(column) < index);
    if (twice === undefined) return;
    const message = `Several columns of the answer are named \`${twice}\`: give each a name of its own with AS.`;
    throw Object.assign(new Error(message), { code: 'SAME_NAMES' });
  }

  /** Undefined when it is more than an answer may be. */
  function toJson(result: Answer, { maxRows, maxDataBytes }: QueryTask): string | undefined {
    const { columns, rows, rowsAffected, lastInsertRowid } = result;
    refuseSameNames(columns);
    if (rows.length > maxRows) return undefined;
    const shown = rows.map((row) => {
      const object = Object.create(null) as Record<string, unknown>;
      for (const [index, column] of columns.entries()) object[column] = show(row[index]);
      return object;
    });
    // Each statement has a connection of its own, on which 0 says that nothing was inserted.
    const lastRowId = lastInsertRowid ? show(lastInsertRowid) : null;
    const json = JSON.stringify({ rows: shown, rowsAffected, lastRowId });
    return Buffer.byteLength(json) > maxDataBytes ? undefined : json;
  }

  async function open({ url, authToken, maxBytes, readOnly, busyMs }: QueryTask): Promise<Client> {
    const isFile = url.startsWith('file:');
    const client = createClient({
      url,
      intMode: 'bigint',
      ...(authToken !== undefined && { authToken }),
      ...(isFile && { concurrency: 1, timeout: busyMs }),
    });
    if (!isFile) return client;
    for (const pragma of [
      'journal_mode = WAL',
      'synchronous = NORMAL',
      'foreign_keys = ON',
      'trusted_schema = OFF',
      'temp_store = MEMORY',
      `hard_heap_limit = ${MEMORY_BYTES}`,
      `max_page_count = ${Math.ceil(maxBytes / PAGE_BYTES)}`,
      `query_only = ${readOnly ? 'ON' : 'OFF'}`,
    ]) {
      await client.execute(`PRAGMA ${pragma}`);
    }
    return client;
  }

  /** With files the client counts nothing where rows come back, as those of `RETURNING` do; a server counts by itself. */
  async function carryOut(
    transaction: Transaction,
    { url, sql }: QueryTask,
    args: InValue[],
  ): Promise<Effect> {
    const result = await transaction.execute({ sql, args });
    const { columns, rows, rowsAffected, lastInsertRowid } = result;
    const told = { columns, rows, rowsAffected, lastInsertRowid };
    if (columns.length === 0) return { ...told, hasWritten: true };
    const counted = await transaction.execute(
      'SELECT total_changes(), changes(), last_insert_rowid()',
    );
    const [total, changes, rowId] = Array.from(counted.rows[0] ?? []) as bigint[];
    const hasWritten = total !== 0n;
    if (!url.startsWith('file:')) return { ...told, hasWritten };
    return { ...told, hasWritten, rowsAffected: Number(changes), lastInsertRowid: rowId };
  }

  /** The key and the effect are one transaction, so there is no moment in which only one of them is there. */
  async function onceOnly(
    transaction: Transaction,
    task: QueryTask,
    args: InValue[],
  ): Promise<string | undefined> {
    const key = task.once ?? null;
    await transaction.execute(
      'CREATE TABLE IF NOT EXISTS weft_applied (key TEXT PRIMARY KEY, result TEXT NOT NULL, at TEXT NOT NULL)',
    );
    const known = await transaction.execute({
      sql: 'SELECT result FROM weft_applied WHERE key = ?',
      args: [key],
    });
    const [row] = known.rows;
    if (typeof row?.[0] === 'string') return row[0];
    const effect = await carryOut(transaction, task, args);
    const json = toJson(effect, task);
    // What has only read is not worth keeping.
    if (json === undefined || !effect.hasWritten) return json;
    await transaction.execute(
      `DELETE FROM weft_applied WHERE at < datetime('now', '-${KEEP_DAYS} days')`,
    );
    await transaction.execute({
      sql: `INSERT INTO weft_applied (key, result, at) VALUES (?, ?, datetime('now'))`,
      args: [key, json],
    });
    return json;
  }

  async function run(client: Client, task: QueryTask): Promise<QueryReply> {
    const args = (JSON.parse(task.params) as unknown[]).map(bind);
    if (task.readOnly) {
      const read = toJson(await client.execute({ sql: task.sql, args }), task);
      return read === undefined ? { kind: 'too-much' } : { kind: 'done', json: read };
    }
    const transaction = await client.transaction('write');
    try {
      const json =
        task.once === undefined
          ? toJson(await carryOut(transaction, task, args), task)
          : await onceOnly(transaction, task, args);
      // Not committed: what is refused has had no effect.
      if (json === undefined) return { kind: 'too-much' };
      await transaction.commit();
      return { kind: 'done', json };
    } finally {
      transaction.close();
    }
  }

  async function answer(task: QueryTask): Promise<QueryReply> {
    let client: Client | undefined;
    try {
      client = await open(task);
      return await run(client, task);
    } catch (error) {
      const { code } = error as { code?: unknown };
      const message = error instanceof Error ? error.message : String(error);
      return { kind: 'failed', code: typeof code === 'string' ? code : '', message };
    } finally {
      client?.close();
    }
  }

  process.on('message', (task: QueryTask) => {
    void answer(task).then((reply) => process.send?.(reply));
  });
  process.on('disconnect', () => process.exit());
}
