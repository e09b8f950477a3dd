import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import { Client, Pool } from 'pg';
import { callerOf } from '../../src/auth/caller';
import { operationAsked } from '../../src/auth/operation';
import { OPERATIONS } from '../../src/auth/operations';
import type { Request } from 'express';
import { StatementCheck, type SentStatement } from './statement-check';

const MAX_TOLD = 10;

const tables = process.env.WEFT_TEST_DIVIDED_TABLES ?? '';
const check = new StatementCheck(new Set(tables.split(' ')));
const problems = new Set<string>();
/** What is asked of the API, with what is sent to PostgreSQL for it. */
const asked = new AsyncLocalStorage<SentStatement[]>();
let lists: SentStatement[][] | undefined;

/** What an earlier request has left to do, once in a while, and what all open streams share. */
const LATER: readonly RegExp[] = [
  /^INSERT INTO "?(api_requests|audit_entries)\b/,
  /^SELECT pg_notify\(/,
  /^SELECT id, last_seq FROM runs WHERE id = ANY /,
  /^UPDATE "?api_keys"? SET "?last_used_at"?/,
  /^(UN)?LISTEN /,
];

/** The texts of what is sent for requests while something is done, request by request. */
export async function statementsDuring<T>(
  act: () => Promise<T>,
): Promise<{ result: T; statements: string[] }> {
  lists = [];
  try {
    return { result: await act(), statements: heard() };
  } finally {
    lists = undefined;
  }
}

/** Those of {@link statementsDuring} up to now. */
export function heard(): string[] {
  const texts = (lists ?? []).flat().map(({ text }) => text.replace(/\s+/g, ' ').trim());
  return texts.filter((text) => !LATER.some((one) => one.test(text)));
}

type Method = (this: unknown, ...parameters: unknown[]) => unknown;

/** Puts another method in the place of one, and gives what undoes that. */
function replace(prototype: object, name: string, by: (original: Method) => Method): () => void {
  const original = Reflect.get(prototype, name) as Method;
  Reflect.set(prototype, name, by(original));
  return () => {
    Reflect.set(prototype, name, original);
  };
}

const restore = [
  replace(
    Server.prototype,
    'emit',
    (emit) =>
      function (...parameters) {
        const [event, request, response] = parameters;
        if (event !== 'request') return emit.apply(this, parameters);
        const statements: SentStatement[] = [];
        lists?.push(statements);
        (response as ServerResponse).on('close', () => {
          judge(request as IncomingMessage, statements);
        });
        return asked.run(statements, () => emit.apply(this, parameters));
      },
  ),
  // Who waits for a connection gets it from somebody else's hands.
  replace(
    Pool.prototype,
    'connect',
    (connect) =>
      function (...parameters) {
        const bound = parameters.map((one) =>
          typeof one === 'function' ? AsyncResource.bind(one as Method) : one,
        );
        return connect.apply(this, bound);
      },
  ),
  replace(
    Client.prototype,
    'query',
    (query) =>
      function (...parameters) {
        const statement = sent(parameters);
        const statements = asked.getStore();
        if (statement !== undefined) {
          if (statements !== undefined) statements.push(statement);
          // What has a name is the service's own, also when no request has asked for it.
          else if (statement.name !== undefined) judge(undefined, [statement]);
        }
        return query.apply(this, parameters);
      },
  ),
];

function sent([query, values]: unknown[]): SentStatement | undefined {
  const isText = typeof query === 'string';
  const {
    text,
    name,
    values: own,
  } = (isText ? { text: query } : (query ?? {})) as {
    text?: unknown;
    name?: string;
    values?: unknown;
  };
  if (typeof text !== 'string') return undefined;
  const given = own ?? values;
  return { text, name, values: Array.isArray(given) ? given : [] };
}

function judge(request: IncomingMessage | undefined, statements: readonly SentStatement[]): void {
  const organizationId = request && organizationOf(request as Request);
  for (const statement of statements) {
    for (const problem of check.problems(statement, organizationId)) problems.add(problem);
  }
}

/** Undefined where there is no caller, or an administrator who is to act in any organization. */
function organizationOf(request: Request): string | undefined {
  const operation = operationAsked(request);
  const isAdministration = operation !== undefined && OPERATIONS[operation].kind === 'admin';
  return isAdministration ? undefined : callerOf(request)?.organizationId;
}

/** A statement that names no organization, or another than the caller's, fails the test that made it. */
function tell(): void {
  const found = [...problems];
  problems.clear();
  if (found.length === 0) return;
  throw new Error(`Statements across organizations:\n${found.slice(0, MAX_TOLD).join('\n\n')}`);
}

afterEach(tell);
afterAll(() => {
  for (const undo of restore) undo();
  tell();
});
