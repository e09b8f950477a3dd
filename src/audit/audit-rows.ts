import type { Request, Response } from 'express';
import { identityOf, type Identity } from '../auth/caller';
import { type Access, type OperationId, OPERATIONS } from '../auth/operations';
import type { ErrorAnswer } from '../common/error-answer';
import { requestIdOf } from '../common/request-id';
import { newId } from '../database/ids';
import type { AuditRow } from './audit-log';
import { changedFields } from './changed-fields';
import { resourceOf, textsOf } from './resource-of';

const MAX_TEXT = 500;

/** The row of a request that is about to be carried out, or that never will be. */
export function rowOf(request: Request, response: Response, operation: OperationId): AuditRow {
  const identity = identityOf(request);
  const resource = resourceOf(patternOf(request), paramsOf(request));
  return {
    organizationId: organizationOf(operation, identity),
    id: newId('aud'),
    at: new Date(),
    outcome: 'pending',
    ...actorOf(identity),
    operation,
    resourceType: resource.type,
    resourceId: clean(resource.id ?? personOf(resource.type, identity)),
    changes: cleanChanges(changedFields(request.body)),
    code: null,
    reason: null,
    runId: clean(resource.runId),
    requestId: requestIdOf(response),
    clientIp: request.ip ?? null,
    userAgent: clean(request.get('user-agent') ?? null),
    count: 1,
    foldKey: null,
  };
}

/** The row with what came of it. @param answer the envelope */
export function doneRow(row: AuditRow, request: Request, answer: unknown): AuditRow {
  const texts = textsOf(answer);
  const { type, id, runId } = resourceOf(patternOf(request), paramsOf(request), texts);
  const known = row.organizationId === '' ? undefined : row.organizationId;
  const made = type === 'organization' ? id : null;
  return {
    ...row,
    outcome: 'done',
    organizationId: known ?? clean(texts.get('organizationId') ?? made) ?? '',
    resourceId: clean(id) ?? row.resourceId,
    runId: clean(runId),
  };
}

/** The row with what stood in the way. */
export function failedRow(row: AuditRow, { status, body }: ErrorAnswer): AuditRow {
  const outcome = isRefusal(status) ? 'refused' : 'failed';
  const failed = { ...row, outcome, code: String(body.code), reason: clean(body.message) } as const;
  return outcome === 'refused' ? { ...failed, foldKey: foldKeyOf(failed) } : failed;
}

/** The same for what one actor is refused in one minute by one operation for one reason, unless a run tells them apart. */
function foldKeyOf(row: AuditRow): string {
  const { actorType, actorId, credentialId, operation, code, runId, resourceId, at } = row;
  const minute = Math.floor(at.getTime() / 60_000);
  const about = actorType === 'anonymous' ? [runId, resourceId] : [runId];
  return JSON.stringify([minute, actorType, actorId, credentialId, operation, code, ...about]);
}

/** Not enough compute units; not allowed; too often. */
const REFUSALS: ReadonlySet<number> = new Set([402, 403, 429]);

export function isRefusal(status: number): boolean {
  return REFUSALS.has(status);
}

/** Empty until it is known: an administrator acts for another organization than the own one. */
function organizationOf(operation: OperationId, identity: Identity | undefined): string {
  const access: Access = OPERATIONS[operation];
  if (access.kind === 'admin' || identity?.kind !== 'caller') return '';
  return identity.caller.organizationId;
}

type Actor = Pick<AuditRow, 'actorType' | 'actorId' | 'credentialType' | 'credentialId'>;

function actorOf(identity: Identity | undefined): Actor {
  if (identity === undefined) {
    return { actorType: 'anonymous', actorId: null, credentialType: null, credentialId: null };
  }
  const { credential } = identity.kind === 'caller' ? identity.caller : identity.person;
  const { type, id } =
    identity.kind === 'caller'
      ? identity.caller.principal
      : { type: 'user' as const, id: identity.person.userId };
  return {
    actorType: type,
    actorId: id,
    credentialType: credential.type,
    credentialId: credential.type === 'oidc' ? credential.issuer : credential.id,
  };
}

/** Who changes what is theirs names nobody. */
function personOf(type: string, identity: Identity | undefined): string | null {
  return type === 'user' && identity?.kind === 'person' ? identity.person.userId : null;
}

function patternOf(request: Request): string {
  const { route } = request as { route?: { path?: unknown } };
  return typeof route?.path === 'string' ? route.path : '';
}

function paramsOf({ params }: Request): Record<string, string> {
  const texts = Object.entries(params).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

/** Text as PostgreSQL takes it: without NUL, and half of a surrogate pair replaced. */
function clean(text: string | null): string | null {
  if (text === null) return null;
  return Buffer.from(text.slice(0, MAX_TEXT)).toString().replaceAll('\0', '');
}

/** `changes` is JSON that is read back as it was sent, so only what no JSON of PostgreSQL takes is replaced. */
function cleanChanges(changes: AuditRow['changes']): AuditRow['changes'] {
  if (changes === null) return null;
  const text = JSON.stringify(changes);
  return /\\u0000|\\ud[89a-f]/i.test(text) ? { fields: Object.keys(changes).length } : changes;
}
