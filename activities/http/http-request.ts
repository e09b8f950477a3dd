import type { Json, JsonObject } from '../../definition/json';
import type { OutboundContext } from '../context';
import type { RefinedAction } from '../repeat';
import { DEFAULT_RESPONSE_BYTES, DEFAULT_TIMEOUT_MS, httpRequestSpec } from './spec';

/** The payload, as `payloadSchema` has checked it. */
interface HttpRequestInput {
  url: string;
  method: string;
  headers?: Record<string, string | number | boolean>;
  body?: string;
  timeout?: number;
  followRedirects?: boolean;
  maxResponseSize?: number;
}

export const httpRequest: RefinedAction = {
  spec: httpRequestSpec,

  safeToRepeat: ({ method }) => method === 'GET' || method === 'HEAD' || method === 'OPTIONS',

  async run(payload: JsonObject, context: OutboundContext): Promise<Json> {
    const input = payload as unknown as HttpRequestInput;
    const body = ['POST', 'PUT', 'PATCH'].includes(input.method) ? input.body : undefined;
    const response = await context.http.request({
      url: input.url,
      method: input.method,
      headers: {
        ...defaultHeaders(payload, body, context.idempotencyKey),
        ...lowerCased(input.headers),
      },
      ...(body === undefined ? {} : { body }),
      timeoutMs: input.timeout ?? DEFAULT_TIMEOUT_MS,
      maxBytes: input.maxResponseSize ?? DEFAULT_RESPONSE_BYTES,
      followRedirects: input.followRedirects ?? true,
      signal: context.signal,
    });
    const contentType = response.headers['content-type'] ?? '';
    const text = decode(response.body, contentType);
    return {
      status: response.status,
      statusText: response.statusText,
      headers: response.headers,
      body: text,
      contentType,
      json: isJsonType(contentType) ? parseOrNull(text) : null,
    };
  },
};

function defaultHeaders(
  payload: JsonObject,
  body: string | undefined,
  idempotencyKey: string,
): Record<string, string> {
  return {
    ...(httpRequest.safeToRepeat(payload) ? {} : { 'idempotency-key': idempotencyKey }),
    ...(body === undefined ? {} : { 'content-type': contentTypeOf(body) }),
  };
}

function contentTypeOf(body: string): string {
  const parsed = /^\s*[[{]/.test(body) ? parseOrNull(body) : null;
  return parsed === null ? 'text/plain; charset=utf-8' : 'application/json';
}

/** So that a default gives way to the author's header in any spelling. */
function lowerCased(headers: HttpRequestInput['headers'] = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

/** `application/json` and the likes of `application/problem+json`. */
function isJsonType(contentType: string): boolean {
  return /^[^;]*[/+]json\s*(;|$)/i.test(contentType);
}

function parseOrNull(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

function decode(body: Buffer, contentType: string): string {
  const charset = /;\s*charset="?([^";\s]+)/i.exec(contentType)?.[1];
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    // A charset nobody knows: UTF-8 is the best guess.
    return new TextDecoder().decode(body);
  }
}
