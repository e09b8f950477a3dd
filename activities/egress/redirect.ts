import { isSecretHeader } from '../../definition/secret-names';
import { parseTarget } from './url';

export interface Hop {
  url: URL;
  method: string;
  headers: Map<string, string>;
  body: string | undefined;
}

/** The request that follows a redirect by the rules of RFC 9110 and the Fetch standard, or undefined when there is none to follow. */
export function nextHop(hop: Hop, status: number, location: string | undefined): Hop | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  const url = parseTarget(location, hop.url);
  const headers = new Map(hop.headers);
  if (url.origin !== hop.url.origin) {
    for (const name of hop.headers.keys()) if (isSecretHeader(name)) headers.delete(name);
  }
  const becomesGet =
    (status === 303 && hop.method !== 'GET' && hop.method !== 'HEAD') ||
    ((status === 301 || status === 302) && hop.method === 'POST');
  if (!becomesGet) return { ...hop, url, headers };
  for (const name of hop.headers.keys()) if (name.startsWith('content-')) headers.delete(name);
  return { url, method: 'GET', headers, body: undefined };
}
