import { AuthSettings } from '../../../src/auth/auth-settings';
import { type Access, OPERATIONS } from '../../../src/auth/operations';
import { AbsentEngine } from '../../api/absent-engine';
import { startApi, type TestApi } from '../../api/start-api';
import { type Operation, operationsOf } from '../operations';
import { ownerOfNew } from '../people';
import type { Sent } from './alike';
import { fillOrganization, type Owner } from './organization';
import { type Parameter, type ParameterDocument, parametersOf } from './parameters';
import { bodyOf, withQuery } from './requests';

const FOREIGN_HASH = `0x${'ab'.repeat(32)}`;
const OWN_HASH = `0x${'cd'.repeat(32)}`;

/** Two organizations, each with one record of each kind, and somebody who owns one of them and asks for the other. */
export interface Stranger {
  api: TestApi;
  operations: Operation[];
  parameters: ReadonlyMap<string, Parameter[]>;
  /** What belongs to the other organization. */
  foreign: ReadonlyMap<string, string>;
  /** What belongs to the stranger. */
  own: ReadonlyMap<string, string>;
  owner: Owner;
  stranger: Owner;
  /** Of the stranger, and may do all. */
  key: string;
}

export async function openStranger(): Promise<Stranger> {
  const api = await startApi(new AbsentEngine(), { auth: new AuthSettings('open') });
  try {
    return await fillWorld(api);
  } catch (error) {
    await api.close();
    throw error;
  }
}

async function fillWorld(api: TestApi): Promise<Stranger> {
  const owner = await ownerOfNew(api);
  const stranger = await ownerOfNew(api);
  const body = { name: 'all', scope: 'read-write' };
  const made = await stranger.call('POST', '/v1/api-keys', body, stranger.organizationId);
  const document = (await (await fetch(`${api.url}/v1/openapi.json`)).json()) as ParameterDocument;
  return {
    ...{ api, owner, stranger, key: made.body.data.key as string },
    operations: await operationsOf(api.url),
    parameters: parametersOf(document),
    foreign: await fillOrganization(api, owner, FOREIGN_HASH),
    own: await fillOrganization(api, stranger, OWN_HASH),
  };
}

export function accessOf({ id }: Operation): Access {
  const access = new Map<string, Access>(Object.entries(OPERATIONS)).get(id);
  if (access === undefined) throw new Error(`${id} has no row in operations.ts.`);
  return access;
}

/** A request of the stranger: with the key, or as a person where no organization is needed. */
export function requestOf(
  { api, stranger, key }: Stranger,
  operation: Operation,
  path: string,
  more: Partial<Sent> = {},
): Sent {
  const { kind } = accessOf(operation);
  const token = kind === 'person' || kind === 'admin' ? stranger.token : key;
  const authorization: Record<string, string> =
    kind === 'public' ? {} : { authorization: `Bearer ${token}` };
  const body = bodyOf(operation);
  return {
    method: operation.method,
    url: api.url + withQuery(operation, path),
    ...(body && { body }),
    ...more,
    headers: { ...authorization, ...more.headers },
  };
}
