import { ActionError } from '../action';
import { EgressRefusedError } from './connector';

const CONNECT_FAILED = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EADDRNOTAVAIL',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const CONNECTION_LOST = new Set(['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'UND_ERR_SOCKET']);
const TIMED_OUT = new Set(['UND_ERR_BODY_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT']);

/** What the author of a workflow sees of a failed request: the code and the host, never the path or a header. */
export function toActionError(error: unknown, host: string): ActionError {
  if (error instanceof ActionError) return error;
  const cause = firstCause(error);
  if (cause instanceof EgressRefusedError) {
    return new ActionError('egress_refused', cause.message);
  }
  const code = codeOf(cause);
  if (CONNECT_FAILED.has(code)) {
    return new ActionError('http_connect_failed', `No connection to ${host} (${code})`, true);
  }
  if (CONNECTION_LOST.has(code)) {
    return new ActionError('http_connection_lost', `The connection to ${host} was lost`, true);
  }
  if (TIMED_OUT.has(code)) {
    return new ActionError('http_timeout', `${host} stopped answering`, true);
  }
  if (/^(CERT_|ERR_TLS_|ERR_SSL_|EPROTO$|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/.test(code)) {
    return new ActionError('http_tls_failed', `No trusted TLS connection to ${host} (${code})`);
  }
  if (
    /^(HPE_|HTTPParserError|Z_|ERR__ERROR_FORMAT|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES_)/.test(code)
  ) {
    return new ActionError('http_invalid_response', `${host} sent no valid HTTP answer (${code})`);
  }
  if (/^(UND_ERR_INVALID_ARG|UND_ERR_NOT_SUPPORTED)$/.test(code)) {
    return new ActionError('http_invalid_request', `The request to ${host} can't be sent as it is`);
  }
  return new ActionError('http_failed', `The request to ${host} failed (${code})`, true);
}

/** With several addresses tried, Node reports all failures in one AggregateError. */
function firstCause(error: unknown): unknown {
  return isObject(error) && Array.isArray(error.errors) ? (error.errors[0] as unknown) : error;
}

/** Errors of the HTTP parser have a name only. */
function codeOf(error: unknown): string {
  if (!isObject(error)) return 'unknown';
  return typeof error.code === 'string' ? error.code : String(error.name);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
