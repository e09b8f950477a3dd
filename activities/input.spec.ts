import type { JsonObject } from '../definition/json';
import { createCatalog } from './catalog';
import { checkInput } from './input';

const { actions } = createCatalog();

function check(type: string, input: JsonObject): string {
  const action = actions.get(type);
  if (!action) throw new Error(`no ${type}`);
  try {
    checkInput(action.spec, input);
    return 'ok';
  } catch (error) {
    const { code, message, retryable } = error as Record<string, unknown>;
    expect([code, retryable]).toEqual(['invalid_input', false]);
    return message as string;
  }
}

it.each<[string, JsonObject, string]>([
  ['http-request', { url: 'x', method: 'GET' }, 'ok'],
  ['http-request', { method: 'GET' }, '`url` is missing'],
  [
    'http-request',
    { url: 'x', method: 'get' },
    '`method` must be one of GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS',
  ],
  ['http-request', { url: 'x', method: 'POST', body: { a: 1 } }, '`body` must be string'],
  ['http-request', { url: 'x', method: 'GET', timeout: 60_001 }, '`timeout` must be <= 60000'],
  [
    'http-request',
    { url: 'x', method: 'GET', timeoutMs: 1 },
    '`timeoutMs` is not known to this action',
  ],
  [
    'http-request',
    { url: 'x', method: 'GET', headers: { 'a/b~c': [] } },
    '`headers.a/b~c` must be string,number,boolean',
  ],
  [
    'http-request',
    { url: 'x', method: 'GET', maxResponseSize: 10_485_761 },
    '`maxResponseSize` must be <= 10485760',
  ],
  ['code-transform', { code: 'x', input: null, timeout: 10_001 }, '`timeout` must be <= 10000'],
  ['code-transform', { code: 'x' }, '`input` is missing'],
  ['send-webhook', { url: 'https://a', maxRetries: 21 }, '`maxRetries` must be <= 20'],
  [
    'regex',
    { pattern: 'x'.repeat(1025), text: '' },
    '`pattern` must NOT have more than 1024 characters',
  ],
  ['regex', { pattern: 'x' }, '`text` is missing'],
  ['regex', { pattern: 'x', input: '' }, 'ok'],
  ['format', { data: 'x', template: '' }, '`data` must be object,array'],
])('%s with %j: %s', (type, input, outcome) => {
  expect(check(type, input)).toBe(outcome);
});
