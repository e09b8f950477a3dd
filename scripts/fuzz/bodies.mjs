import { randomUUID } from 'node:crypto';

/** Stands for something that no other request has. */
const UNIQUE = '{unique}';

/** A workflow whose runs are still there to be cancelled. */
const definition = {
  nodes: {
    root: { type: 'manual', payload: {}, children: ['pause'] },
    pause: { type: 'delay', payload: { delayMs: 600_000 } },
  },
};

/** Where the example of the document does not do: it was sent to something else, or once only. */
const OWN = {
  createWorkflow: { name: 'Fuzz', definition },
  updateWorkflow: { name: 'Fuzz again', definition },
  publishWorkflow: {},
  releaseWorkflow: {},
  revertToRelease: {},
  revertToVersion: { workflowVersion: 1 },
  runWorkflow: { payload: {} },
  createEphemeralRun: { definition },
  createTemplate: {
    name: `Fuzz ${UNIQUE}`,
    description: 'Waits.',
    definition,
    tags: ['Fuzz'],
    visibility: 'org',
  },
  createApiKey: { name: 'Fuzz', scope: 'read' },
  createServiceAccount: { name: `Fuzz ${UNIQUE}`, permissions: ['workflow:read'] },
  updateServiceAccount: { name: `Fuzz ${UNIQUE}`, permissions: ['run:read'] },
  createOrgInvite: { email: `${UNIQUE}@example.com`, role: 'developer' },
};

/** Bodies with which operations succeed, by id; those that take none have none. */
export function bodiesOf(operations, ids) {
  const bodies = [...ids].map((id) => {
    const example = operations.get(id).requestBody?.content?.['application/json']?.example;
    return [id, OWN[id] ?? example];
  });
  return Object.fromEntries(bodies.filter(([, body]) => body !== undefined));
}

/** The body of an operation, to be sent once. */
export function bodyOf(operations, id) {
  const body = bodiesOf(operations, [id])[id];
  return body && JSON.parse(JSON.stringify(body).replaceAll(UNIQUE, randomUUID()));
}
