import { ActionError } from '../action';

/**
 * Checks what can be told from the text of a URL. Where it leads is checked when the connection is
 * opened, see `connector.ts`.
 */
export function parseTarget(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) throw invalid('The URL is not a valid absolute URL');
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw invalid('Only http:// and https:// URLs can be requested');
  }
  if (url.username !== '' || url.password !== '') {
    throw invalid('A URL must not carry a user and password; send an authorization header instead');
  }
  url.hash = '';
  return url;
}

function invalid(message: string): ActionError {
  return new ActionError('http_invalid_url', message);
}
