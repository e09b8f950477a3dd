import type { Catalog, NodeSpec } from '../definition/catalog';
import { coreSpecs } from '../definition/nodes';
import type { Action } from './action';
import { codeTransform } from './code/code-transform';
import { dbQuery } from './data/db-query';
import { httpRequest } from './http/http-request';
import { compileInput } from './input';
import { format } from './text/format';
import { regex } from './text/regex';
import { sendWebhook } from './webhooks/send-webhook';

/** Every action that comes with Weft. */
const ACTIONS: readonly Action[] = [
  httpRequest,
  sendWebhook,
  dbQuery,
  codeTransform,
  regex,
  format,
];

/** Activities of the engine: no action may take their names. */
const RESERVED: ReadonlySet<string> = new Set([
  'record-progress',
  'settle-attempt',
  'claim-timeout',
  'trigger-workflow',
  'deliver-webhook',
]);

/**
 * All node types, and the actions among them. `extra` are an operator's own; one that is broken or
 * takes a name that is taken is refused here, at the start and not in a run.
 */
export function createCatalog(extra: readonly Action[] = []): {
  catalog: Catalog;
  actions: ReadonlyMap<string, Action>;
} {
  const catalog = new Map<string, NodeSpec>(coreSpecs.map((spec) => [spec.type, spec]));
  const actions = new Map<string, Action>();
  for (const action of [...ACTIONS, ...extra]) {
    const { spec } = action;
    checkSpec(spec);
    if (catalog.has(spec.type) || RESERVED.has(spec.type)) {
      throw new Error(`There are two node types named "${spec.type}"`);
    }
    catalog.set(spec.type, spec);
    actions.set(spec.type, action);
  }
  return { catalog, actions };
}

function checkSpec(spec: NodeSpec): void {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(spec.type)) {
    throw new Error(`"${spec.type}" is no name for an action: use lower case, digits and hyphens`);
  }
  if (spec.execution !== 'activity' && spec.execution !== 'local') {
    throw new Error(`The action "${spec.type}" must run as "activity" or "local"`);
  }
  if (spec.execution === 'local' && spec.behaviour.sideEffects) {
    throw new Error(`The action "${spec.type}" has side effects and must run as "activity"`);
  }
  compileInput(spec);
}
