import type { NodeSpec } from '../../definition/catalog';

export const DEFAULT_TIMEOUT_MS = 30_000;
export const MAX_TIMEOUT_MS = 60_000;
export const DEFAULT_RESPONSE_BYTES = 5 * 1024 * 1024;
export const MAX_RESPONSE_BYTES = 10 * 1024 * 1024;

export const httpRequestSpec: NodeSpec = {
  type: 'http-request',
  title: 'HTTP request',
  description: [
    'Sends one HTTP request and returns the answer, whatever its status: check `status` with an `if`.',
    'The node fails only when there is no answer, with codes such as `http_timeout`,',
    '`http_connect_failed` or `egress_refused`.',
    'GET, HEAD and OPTIONS are tried up to 3 times. Any other method is sent once, unless the node',
    'sets `retry`; it carries an `Idempotency-Key` header that stays the same over all attempts,',
    'unless you set one. Private and internal addresses are refused.',
    'Body and parsed `json` count together against the 16 MB that a result, and all results of a run, may have.',
  ].join(' '),
  category: 'Utility',
  tags: ['http', 'api', 'rest', 'request', 'fetch'],
  execution: 'activity',
  payloadSchema: {
    type: 'object',
    required: ['url', 'method'],
    additionalProperties: false,
    properties: {
      url: {
        type: 'string',
        minLength: 1,
        maxLength: 8192,
        title: 'URL',
        description: 'Absolute http:// or https:// URL, without user and password.',
      },
      method: {
        type: 'string',
        enum: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
        title: 'Method',
      },
      headers: {
        type: 'object',
        title: 'Headers',
        description: 'Request headers. Credentials among them are never shown in a run.',
        additionalProperties: { type: ['string', 'number', 'boolean'] },
      },
      body: {
        type: 'string',
        title: 'Body',
        description: 'Text to send with POST, PUT and PATCH. JSON is passed as text too.',
      },
      timeout: {
        type: 'integer',
        minimum: 1,
        maximum: MAX_TIMEOUT_MS,
        default: DEFAULT_TIMEOUT_MS,
        title: 'Timeout',
        description: 'Milliseconds for the whole exchange, redirects included.',
      },
      followRedirects: {
        type: 'boolean',
        default: true,
        title: 'Follow redirects',
        description: 'Up to 5. Credentials are not passed on to another origin.',
      },
      maxResponseSize: {
        type: 'integer',
        minimum: 1,
        maximum: MAX_RESPONSE_BYTES,
        default: DEFAULT_RESPONSE_BYTES,
        title: 'Largest answer',
        description: 'Bytes of the unpacked body; a larger answer fails the node.',
      },
    },
  },
  resultSchema: {
    type: 'object',
    required: ['status', 'statusText', 'headers', 'body', 'contentType', 'json'],
    properties: {
      status: { type: 'integer', description: 'HTTP status code.' },
      statusText: { type: 'string' },
      headers: {
        type: 'object',
        description: 'Names in lower case; repeated headers are joined with a comma.',
        additionalProperties: { type: 'string' },
      },
      body: { type: 'string', description: 'The body as text.' },
      contentType: { type: 'string', description: 'The content-type header, or empty.' },
      json: { description: 'The parsed body when the content type is JSON, else null.' },
    },
  },
  // A GET is judged by its input when it runs, see `safeToRepeat` of the action.
  behaviour: { sideEffects: true, attemptTimeoutMs: MAX_TIMEOUT_MS + 15_000 },
  example: {
    payload: {
      url: 'https://stock.example.com/v1/items/42',
      method: 'GET',
      headers: { accept: 'application/json' },
      timeout: 10000,
    },
    result: {
      status: 200,
      statusText: 'OK',
      headers: { 'content-type': 'application/json' },
      body: '{"id":42,"available":7}',
      contentType: 'application/json',
      json: { id: 42, available: 7 },
    },
  },
};
