// What would take away what the other requests act with, and what stays open: each with somebody of its own.
import { call } from './call.mjs';
import { join, newOwner, newPerson, post } from './people.mjs';
import { bodyOf } from './bodies.mjs';

/** What ends a session, a membership or an organization. */
export const ENDINGS = ['signOut', 'deleteOrganization', 'leaveOrganization', 'removeOrgMember'];

/** @returns what went wrong, a line each */
export async function tryEndings(url, operations) {
  const owner = await newOwner(url);
  const { organizationId: orgId } = owner;
  const leaving = await join(url, owner, await newPerson(url));
  const removed = await join(url, owner, await newPerson(url));
  const steps = [
    ['signOut', { headers: (await newPerson(url)).headers }],
    ['leaveOrganization', { parameters: { orgId }, headers: leaving.headers }],
    ['removeOrgMember', { parameters: { orgId, userId: removed.userId }, headers: owner.headers }],
    ['deleteOrganization', { parameters: { orgId }, headers: owner.headers }],
  ];
  return check(url, operations, steps, (status) => status < 300, 'endings');
}

/** Opens each stream, and asks for it without what it needs. */
export async function tryStreams(url, operations) {
  const { headers } = await newOwner(url);
  const { id } = await post(url, '/v1/workflows', bodyOf(operations, 'createWorkflow'), headers);
  const { runId } = await post(url, `/v1/workflows/${id}/run`, {}, headers);
  const open = [
    ['streamRun', { parameters: { id: runId }, headers }],
    ['streamWorkflowRuns', { parameters: { id }, headers }],
    ['streamManyWorkflowRuns', { query: `?ids=${id}`, headers }],
  ];
  const refused = [
    ['streamRun', { parameters: { id: runId } }],
    ['streamWorkflowRuns', { parameters: { id } }],
    ['streamWorkflowRuns', { parameters: { id: 'wf_none' }, headers }],
    ['streamManyWorkflowRuns', { query: `?ids=${id}` }],
    ['streamManyWorkflowRuns', { headers }],
    ['streamPublicExecution', { parameters: { id: 'exec_none' } }],
    ['streamPublicExecution', { parameters: { id: 'exec_none' }, query: '?token=none' }],
  ];
  return [
    ...(await check(url, operations, open, (status) => status === 200, 'streams')),
    ...(await check(url, operations, refused, (status) => status >= 400, 'streams refused')),
  ];
}

async function check(url, operations, steps, isRight, name) {
  const wrong = [];
  for (const [id, request] of steps) {
    try {
      const { status } = await call(url, operations.get(id), request);
      if (!isRight(status)) wrong.push(`${id} answered ${status}`);
    } catch (error) {
      wrong.push(`${id}: ${error.message}`);
    }
  }
  console.log(`${name}: ${steps.length - wrong.length} of ${steps.length} as expected`);
  return wrong;
}
