// Follows each link that the document declares, with success: what Schemathesis comes to by chance in half a minute is
// not enough to say that each step of create, publish, run and cancel was taken.
import { setTimeout as pause } from 'node:timers/promises';
import { bodyOf } from './bodies.mjs';
import { call } from './call.mjs';
import { linksOf, valueAt } from './document.mjs';
import { newPerson } from './people.mjs';

/** A run ends a moment after it was cancelled, and can be retried then. */
const PATIENCE_MS = 20_000;

/** Whose id an operation takes to which no link leads. */
const STARTS = {
  releaseWorkflow: 'createWorkflow',
  revertToVersion: 'publishWorkflow',
  upsertWorkflowVariable: 'createWorkflow',
};

/** What is answered by somebody else: who was invited. */
const BY_INVITED = ['acceptInvite', 'declineInvite'];

/** @returns what went wrong, a line each */
export async function followLinks(url, operations, { headers, organizationId }) {
  const links = linksOf(operations);
  const wrong = [];

  async function produce(from, seen = []) {
    const { path } = operations.get(from);
    if (Object.hasOwn(STARTS, from)) {
      const { body } = await produce(STARTS[from]);
      return send(from, { id: body.data.id, name: 'counter' });
    }
    if (!path.replace('{orgId}', '').includes('{')) return send(from, { orgId: organizationId });
    const way = links.find((link) => link.to === from && ![...seen, from].includes(link.from));
    if (way === undefined) throw new Error(`no link leads to ${from}`);
    return follow(way, await produce(way.from, [...seen, from]));
  }

  async function follow({ to, parameters }, answered) {
    const given = Object.entries(parameters).map(([name, value]) => [
      name,
      valueAt(value, answered),
    ]);
    if (!BY_INVITED.includes(to)) return send(to, Object.fromEntries(given));
    const { email, token } = answered.body.data;
    const invited = await newPerson(url, email);
    return send(to, Object.fromEntries(given), { headers: invited.headers, body: { token } });
  }

  async function send(id, parameters, own = {}) {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const request = { parameters, headers, body: bodyOf(operations, id), ...own };
      const { status, body } = await call(url, operations.get(id), request);
      if (status < 300) return { parameters, body };
      if (id !== 'retryRun' || status !== 409 || Date.now() > until) {
        throw new Error(`${id} answered ${status}: ${JSON.stringify(body)}`);
      }
      await pause(100);
    }
  }

  for (const link of links) {
    try {
      await follow(link, await produce(link.from));
    } catch (error) {
      wrong.push(`${link.from} -> ${link.to}: ${error.message}`);
    }
  }
  console.log(`\nlinks: ${links.length - wrong.length} of ${links.length} followed with success`);
  return wrong;
}
