import { lookup } from 'node:dns';
import { STATUS_CODES } from 'node:http';
import { Agent, type Dispatcher } from 'undici';
import { ActionError } from '../action';
import type { EgressRules } from '../deps';
import { readBody, tooLarge, type Overflow } from './body';
import { checkHost, guardedConnector, type Resolve } from './connector';
import { toActionError } from './errors';
import { requestHeaders, responseHeaders } from './headers';
import { nextHop, type Hop } from './redirect';
import { EgressPolicy } from './rules';
import { parseTarget } from './url';

const MAX_REDIRECTS = 5;
const CONNECT_TIMEOUT_MS = 10_000;
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface OutboundRequest {
  url: string;
  method: string;
  headers?: Record<string, string | number | boolean>;
  body?: string;
  /** Bounds the whole exchange, redirects and a slow body included. */
  timeoutMs: number;
  /** Of the decompressed body. */
  maxBytes: number;
  overflow?: Overflow;
  /** Default true; at most 5, each checked like the first request. */
  followRedirects?: boolean;
  signal: AbortSignal;
}

export interface OutboundResponse {
  status: number;
  statusText: string;
  headers: Record<string, string>;
  body: Buffer;
}

/**
 * The only way out for HTTP. Proxy variables of the environment are not read, and every connection
 * is checked against the {@link EgressPolicy}. Throws {@link ActionError} with an `http_` code or
 * `egress_refused`; an answer with an error status is an answer.
 */
export class EgressClient {
  private readonly policy: EgressPolicy;
  private readonly reusing: Agent;
  private readonly once: Agent;

  constructor(
    rules: EgressRules,
    private readonly resolve: Resolve = lookup,
  ) {
    this.policy = new EgressPolicy(rules);
    const connect = guardedConnector(this.policy, {
      connectTimeoutMs: CONNECT_TIMEOUT_MS,
      resolve,
    });
    this.reusing = new Agent({ connect });
    // A kept connection may turn out closed when it is used again, and a request with side effects
    // is not repeated: it gets a connection of its own.
    this.once = new Agent({ connect, pipelining: 0 });
  }

  async request(request: OutboundRequest): Promise<OutboundResponse> {
    let hop: Hop = {
      url: parseTarget(request.url),
      method: request.method,
      headers: requestHeaders(request.headers ?? {}),
      body: request.body,
    };
    const timeout = AbortSignal.timeout(request.timeoutMs);
    const signal = AbortSignal.any([timeout, request.signal]);
    try {
      for (let redirects = 0; ; redirects += 1) {
        const response = await this.send(hop, signal);
        const next =
          request.followRedirects === false
            ? undefined
            : nextHop(hop, response.statusCode, single(response.headers.location));
        if (next === undefined) return await read(response, hop.method, request);
        response.body.destroy();
        if (redirects === MAX_REDIRECTS) {
          throw new ActionError(
            'http_too_many_redirects',
            `More than ${MAX_REDIRECTS} redirects, the last one from ${hop.url.host}`,
          );
        }
        hop = next;
      }
    } catch (error) {
      if (request.signal.aborted) throw request.signal.reason;
      if (timeout.aborted) {
        throw new ActionError(
          'http_timeout',
          `${hop.url.host} did not answer within ${request.timeoutMs} ms`,
          true,
        );
      }
      throw toActionError(error, hop.url.host);
    }
  }

  /**
   * The address of a webhook: https, or http where an operator has named the very host. Throws what
   * can be told before the request is made; the connection is checked again when it is opened.
   */
  async webhookTarget(text: string): Promise<string> {
    const url = parseTarget(text);
    if (url.protocol !== 'https:' && !this.policy.lists(url.hostname)) {
      throw new ActionError('http_invalid_url', 'A webhook needs an https:// URL');
    }
    try {
      await checkHost(this.policy, this.resolve, url.hostname);
    } catch (error) {
      throw toActionError(error, url.host);
    }
    return url.href;
  }

  async close(): Promise<void> {
    await Promise.all([this.reusing.destroy(), this.once.destroy()]);
  }

  private async send(hop: Hop, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    const headers = new Map([
      ['user-agent', 'weft'],
      ['accept', '*/*'],
      ['accept-encoding', 'gzip, br'],
      ...hop.headers,
    ]);
    const dispatcher = SAFE_METHODS.has(hop.method) ? this.reusing : this.once;
    const response = await dispatcher.request({
      origin: hop.url.origin,
      path: hop.url.pathname + hop.url.search,
      method: hop.method,
      headers: Object.fromEntries(headers),
      body: hop.body ?? null,
      signal,
    });
    // A body that is given up on reports its abort to nobody in particular.
    response.body.on('error', () => undefined);
    return response;
  }
}

async function read(
  response: Dispatcher.ResponseData,
  method: string,
  { maxBytes, overflow = 'refuse' }: OutboundRequest,
): Promise<OutboundResponse> {
  const { statusCode: status, headers } = response;
  const bodiless = method === 'HEAD' || status === 204 || status === 304;
  if (!bodiless && overflow === 'refuse' && Number(headers['content-length']) > maxBytes) {
    response.body.destroy();
    throw tooLarge(maxBytes);
  }
  const encoding = bodiless ? undefined : single(headers['content-encoding']);
  return {
    status,
    statusText: response.statusText || (STATUS_CODES[status] ?? ''),
    headers: responseHeaders(headers),
    body: await readBody(response.body, { encoding, maxBytes, overflow }),
  };
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
