import type { Action } from '../../activities/action';
import { evaluate } from '../../activities/evaluate';
import { maskInput } from '../../activities/masking';
import type { Catalog, NodeSpec } from '../../definition/catalog';
import { isJsonObject, ownValue, type Json, type JsonObject } from '../../definition/json';
import type { PlanNode } from '../../definition/plan/types';
import { sampleOf } from './sample';
import type { Answer, VirtualWorld } from './virtual-run';

/** Longest real time a pure action may take in a simulation, in milliseconds. */
const ACTION_TIMEOUT_MS = 10_000;

/**
 * Nothing outside is touched: what only computes runs for real, everything else answers with its mock,
 * else with its example, else with a value made from its result schema. A mock is found by address, then
 * by node id, and `{"$error": {"code", "message"}}` makes the node fail. A mocked wait is resumed with
 * its mock at once, any other times out.
 */
export function simulatedWorld(
  catalog: Catalog,
  actions: ReadonlyMap<string, Action>,
  mocks: JsonObject,
): VirtualWorld {
  return {
    act: (node, address, input) =>
      act(catalog.get(node.type), actions, mocks, node, address, input),
    resume: (node, address) => {
      const payload = mockOf(mocks, node, address);
      if (payload === undefined) return undefined;
      return { afterMs: 0, claims: claimsOf(address, payload) };
    },
    mask: (node, input) => maskInput(input, node.secretKeys),
  };
}

async function act(
  spec: NodeSpec | undefined,
  actions: ReadonlyMap<string, Action>,
  mocks: JsonObject,
  node: PlanNode,
  address: string,
  input: JsonObject,
): Promise<Answer> {
  const mock = mockOf(mocks, node, address);
  if (mock !== undefined) return mockAnswer(mock);
  const action = actions.get(node.type);
  if (action && onlyComputes(action.spec)) return evaluate(action, input, ACTION_TIMEOUT_MS);
  return { ok: true, result: spec?.example.result ?? sampleOf(spec?.resultSchema) };
}

function onlyComputes(spec: NodeSpec): boolean {
  return (
    spec.execution === 'local' || (spec.category === 'Built-in' && !spec.behaviour.sideEffects)
  );
}

function mockOf(mocks: JsonObject, node: PlanNode, address: string): Json | undefined {
  return ownValue(mocks, address) ?? ownValue(mocks, node.id);
}

function mockAnswer(mock: Json): Answer {
  const error = isJsonObject(mock) ? mock.$error : undefined;
  if (!isJsonObject(error)) return { ok: true, result: mock };
  const { code, message } = error;
  return {
    ok: false,
    error: {
      code: typeof code === 'string' ? code : 'mocked_failure',
      message: typeof message === 'string' ? message : 'The mock of this node is a failure.',
    },
  };
}

/** `{"$resumes": {"<name>": payload}}` for a wait with named resumes, any other value for a plain one. */
function claimsOf(
  address: string,
  payload: Json,
): { id: string; name?: string; payload: Json; source: string }[] {
  const named = isJsonObject(payload) ? payload.$resumes : undefined;
  if (!isJsonObject(named)) return [{ id: `mock:${address}`, payload, source: 'manual' }];
  return Object.entries(named).map(([name, value]) => ({
    id: `mock:${address}:${name}`,
    name,
    payload: value,
    source: 'manual',
  }));
}
