import type { JsonObject } from '../../definition/json';
import { ActionError } from '../action';
import { EgressClient } from '../egress/client';
import type { Resolve } from '../egress/connector';
import { failureOf, MemoryDeliveries, testContext } from '../testing/context';
import { sendWebhook } from './send-webhook';

let deliveries: MemoryDeliveries;
beforeEach(() => {
  deliveries = new MemoryDeliveries();
});

/** A name server that knows one public and one private host. */
const resolve: Resolve = (hostname, _options, callback) => {
  const known = new Map([
    ['desk.example.com', '93.184.216.34'],
    ['intranet.example.com', '10.0.0.7'],
  ]);
  const address = known.get(hostname);
  if (address) callback(null, [{ address, family: 4 }]);
  else callback(new Error('ENOTFOUND'), []);
};

function send(input: JsonObject, allow: string[] = []) {
  const http = new EgressClient({ allow }, resolve);
  return sendWebhook.run(input, testContext({ deliveries, http }));
}

it('queues the delivery and goes on', async () => {
  const input = {
    url: 'https://desk.example.com/tasks?x=1',
    headers: { 'X-Api-Key': 'k', count: 1 },
    body: { a: 1 },
    maxRetries: 7,
  };
  expect(await send(input)).toEqual({
    deliveryId: 'whd_1',
    status: 'pending',
    url: 'https://desk.example.com/tasks?x=1',
    method: 'POST',
  });
  expect(deliveries.queued.get('whd_1')).toEqual({
    run: { runId: 'run_1', organizationId: 'org_1', workflowId: 'wf_1' },
    nodeId: 'node',
    idempotencyKey: 'run_1/loop[3]/node',
    url: 'https://desk.example.com/tasks?x=1',
    headers: { 'x-api-key': 'k', count: '1' },
    body: { a: 1 },
    maxRetries: 7,
  });
});

it('has an empty body and three retries unless told otherwise', async () => {
  await send({ url: 'https://desk.example.com' });
  expect(deliveries.queued.get('whd_1')).toMatchObject({ body: {}, headers: {}, maxRetries: 3 });
  await send({ url: 'https://desk.example.com', body: null });
  expect(deliveries.queued.size).toBe(1);
});

it('gives one delivery however often the node is tried', async () => {
  const input = { url: 'https://desk.example.com' };
  expect(await send(input)).toEqual(await send(input));
  expect(deliveries.queued.size).toBe(1);
});

it.each([
  ['http://desk.example.com', 'http_invalid_url', 'A webhook needs an https:// URL'],
  ['ftp://desk.example.com', 'http_invalid_url', 'Only http:// and https:// URLs can be requested'],
  ['desk.example.com', 'http_invalid_url', 'The URL is not a valid absolute URL'],
  [
    'https://u:p@desk.example.com',
    'http_invalid_url',
    'A URL must not carry a user and password; send an authorization header instead',
  ],
  [
    'https://intranet.example.com/',
    'egress_refused',
    'intranet.example.com is not a public address; an operator can allow it with WEFT_EGRESS_ALLOW',
  ],
  [
    'https://127.0.0.1/',
    'egress_refused',
    '127.0.0.1 is not a public address; an operator can allow it with WEFT_EGRESS_ALLOW',
  ],
])('refuses %s at once', async (url, code, message) => {
  expect(await failureOf(send({ url }))).toEqual({ code, message, retryable: false });
  expect(deliveries.queued.size).toBe(0);
});

it('takes http where an operator allows the host', async () => {
  expect(await send({ url: 'http://127.0.0.1:8080/in' }, ['127.0.0.1'])).toMatchObject({
    url: 'http://127.0.0.1:8080/in',
  });
});

it('queues for a name that does not resolve now', async () => {
  expect(await send({ url: 'https://later.example.com/' })).toMatchObject({ status: 'pending' });
});

it('may be tried again when the queue does not answer', async () => {
  deliveries.enqueue = () => Promise.reject(new Error('connection refused'));
  expect(await failureOf(send({ url: 'https://desk.example.com' }))).toEqual({
    code: 'webhook_not_queued',
    message: 'The webhook could not be queued',
    retryable: true,
  });
  deliveries.enqueue = () => Promise.reject(new ActionError('too_many', 'Too many'));
  expect((await failureOf(send({ url: 'https://desk.example.com' }))).code).toBe('too_many');
});
