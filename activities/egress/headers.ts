import { setOwn } from '../../definition/json';
import { ActionError } from '../action';

/** Headers that describe the connection or the framing of the body: they are ours to set. */
const RESERVED = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Header names in lower case; of two spellings of one name the last one counts. */
export function requestHeaders(
  headers: Record<string, string | number | boolean>,
): Map<string, string> {
  const result = new Map<string, string>();
  for (const [name, value] of Object.entries(headers)) {
    const key = name.toLowerCase();
    if (RESERVED.has(key)) {
      throw new ActionError('http_invalid_header', `The header ${key} is set by the engine`);
    }
    if (!/^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(key)) {
      throw new ActionError('http_invalid_header', 'A header name has characters it must not have');
    }
    // A line break would start another header.
    if (/[^\t\x20-\x7e\x80-\xff]/.test(String(value))) {
      throw new ActionError(
        'http_invalid_header',
        `The value of the header ${key} has characters it must not have`,
      );
    }
    result.set(key, String(value));
  }
  return result;
}

/** Repeated response headers joined with a comma, names in lower case. */
export function responseHeaders(
  headers: Record<string, string | string[] | undefined>,
): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) setOwn(result, name, Array.isArray(value) ? value.join(', ') : value);
  }
  return result;
}
