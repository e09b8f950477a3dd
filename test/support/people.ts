import { randomBytes } from 'node:crypto';
import { createWeftClient, type WeftClient } from '../../packages/client/src';
import type { Answer, TestApi } from '../api/start-api';

/** Somebody with a session, who may act in organizations. */
export interface Somebody {
  userId: string;
  email: string;
  token: string;
  /** Acts as this person, in no organization. */
  client: WeftClient;
  /** Calls a path as this person, in an organization when one is given. */
  call: (method: string, path: string, body?: unknown, organizationId?: string) => Promise<Answer>;
}

export const PASSWORD = 'correct horse battery';

/** Signs up with a service that is open to all. */
export async function somebody(api: TestApi): Promise<Somebody> {
  const email = `user-${randomBytes(6).toString('hex')}@example.com`;
  const { body } = await api.call('POST', '/v1/users', { email, password: PASSWORD }, '');
  const { token, user } = body.data as { token: string; user: { id: string } };
  return {
    userId: user.id,
    email,
    token,
    client: createWeftClient({ url: api.url, token }),
    call: callAs(api, token),
  };
}

export function callAs(api: TestApi, token: string): Somebody['call'] {
  return async (method, path, body, organizationId) => {
    const response = await fetch(api.url + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(organizationId === undefined ? {} : { 'x-org-id': organizationId }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
}

/** An organization of its own, with its owner. */
export async function ownerOfNew(api: TestApi): Promise<Somebody & { organizationId: string }> {
  const owner = await somebody(api);
  const made = await owner.call('POST', '/v1/organizations', { name: 'Payments team' });
  return { ...owner, organizationId: (made.body.data as { id: string }).id };
}

/** Takes somebody new into the owner's organization. */
export async function join(
  api: TestApi,
  owner: Somebody & { organizationId: string },
  role: 'owner' | 'developer' = 'developer',
): Promise<Somebody> {
  const person = await somebody(api);
  const path = `/v1/orgs/${owner.organizationId}/invites`;
  const { body } = await owner.call('POST', path, { email: person.email, role });
  const { id, token } = body.data as { id: string; token: string };
  await person.call('POST', `/v1/invites/${id}/accept`, { token });
  return person;
}
