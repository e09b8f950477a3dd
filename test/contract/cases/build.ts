import type { Json, JsonObject } from '../../../definition/json';
import type { NodeExpectation } from '../../support/contract-case';

/** The nodes that most cases are made of. `more` are further fields of the node, such as `branch`. */
export function log(message: string, children: string[] = [], more: JsonObject = {}): JsonObject {
  return { type: 'log', payload: { message }, children, ...more };
}

/** An `http-request` to the target. */
export function get(path: string, children: string[] = [], more: JsonObject = {}): JsonObject {
  const payload = { url: `http://target${path}`, method: 'GET' };
  return { type: 'http-request', payload, children, ...more };
}

export function post(path: string, body: string, children: string[] = []): JsonObject {
  const payload = { url: `http://target${path}`, method: 'POST', body };
  return { type: 'http-request', payload, children };
}

/** Fails at once: the address is not allowed. */
export function refused(children: string[] = [], more: JsonObject = {}): JsonObject {
  return { ...get('', children, more), payload: { url: 'http://10.0.0.1/', method: 'GET' } };
}

/** Fails inside the scheduler: a text is no amount. */
export function broken(children: string[] = [], more: JsonObject = {}): JsonObject {
  return { type: 'convert-to-wei', payload: { amount: '{{root.result.no}}' }, children, ...more };
}

export function wait(
  children: string[],
  payload: JsonObject = {},
  more: JsonObject = {},
): JsonObject {
  const complete = { timeoutMs: 60_000, triggerType: 'manual', triggerConfig: {}, ...payload };
  return { type: 'wait', payload: complete, children, ...more };
}

export function delay(delayMs: number, children: string[] = []): JsonObject {
  return { type: 'delay', payload: { delayMs }, children };
}

/** An `if` on one comparison. */
export function check(
  comparison: JsonObject,
  children: string[],
  more: JsonObject = {},
): JsonObject {
  return { type: 'if', payload: { condition: { $and: [comparison] } }, children, ...more };
}

export function each(
  array: Json,
  loopBody: string[],
  children: string[] = [],
  options: JsonObject = {},
): JsonObject {
  return { type: 'for-each', payload: { array, ...options }, loopBody, children };
}

export function set(
  name: string,
  value: Json,
  children: string[] = [],
  more: JsonObject = {},
): JsonObject {
  return { type: 'set-variable', payload: { name, value }, children, ...more };
}

export const SUCCESS: NodeExpectation = { status: 'success' };
export const SKIPPED: NodeExpectation = { status: 'skipped' };
export const CANCELLED: NodeExpectation = { status: 'cancelled' };

export function succeeded(result: Json, branch?: string): NodeExpectation {
  return { status: 'success', result, ...(branch !== undefined && { branch }) };
}

/** What a `log` node came to. */
export function logged(message: string): NodeExpectation {
  return succeeded({ message, loggedAt: '<time>' });
}

/** What a `wait` came to that was resumed with this. */
export function resumed(triggerResult: Json): NodeExpectation {
  const branch = 'resumed';
  return succeeded({ status: 'resumed', triggerResult, source: 'manual', branch }, branch);
}

export function failed(error: string, branch?: string): NodeExpectation {
  return { status: 'failure', error, ...(branch !== undefined && { branch }) };
}
