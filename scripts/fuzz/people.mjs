// Who sends the requests.
import { randomUUID } from 'node:crypto';

/** Accounts from one address are limited, and the fuzzer may have made as many as it may. */
const ELSEWHERE = { 'x-forwarded-for': '192.0.2.1' };

/** Somebody with a session, in an organization of their own: more is open to people than to keys. */
export async function newOwner(url) {
  const person = await newPerson(url);
  const { id } = await post(url, '/v1/organizations', { name: 'Fuzz' }, person.headers);
  return inside(person, id);
}

export async function newPerson(url, email = `fuzz-${randomUUID()}@example.com`) {
  const body = { email, password: randomUUID() };
  const { token, user } = await post(url, '/v1/users', body, ELSEWHERE);
  return { userId: user.id, email: body.email, headers: { authorization: `Bearer ${token}` } };
}

/** Takes somebody into the organization of the owner. */
export async function join(url, owner, person) {
  const invites = `/v1/orgs/${owner.organizationId}/invites`;
  const invited = { email: person.email, role: 'developer' };
  const { id, token } = await post(url, invites, invited, owner.headers);
  await post(url, `/v1/invites/${id}/accept`, { token }, person.headers);
  return inside(person, owner.organizationId);
}

/** A key of the owner, or one of a service account that may do everything the owner may give it. */
export async function newKey(url, owner, serviceAccountId) {
  const body = { name: 'Fuzz', scope: 'read-write', serviceAccountId };
  const { key } = await post(url, '/v1/api-keys', body, owner.headers);
  return { authorization: `Bearer ${key}` };
}

const inside = (person, organizationId) => ({
  ...{ ...person, organizationId },
  headers: { ...person.headers, 'x-org-id': organizationId },
});

export async function post(url, path, body, headers) {
  const answer = await fetch(url + path, {
    ...{ method: 'POST', body: JSON.stringify(body) },
    headers: { 'content-type': 'application/json', ...headers },
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()).data;
}
