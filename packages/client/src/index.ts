import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './schema';

export {
  follow,
  FollowError,
  type FollowedEvent,
  type FollowOptions,
  type RunEvent,
} from './follow';
export { type Frame, framesOf } from './frames';
export type { components, operations, paths } from './schema';

/** Names of the answers and bodies in the OpenAPI document. */
export type Schemas = components['schemas'];

export interface WeftClientOptions {
  /** Address of the service, as `https://weft.example.com`. */
  url: string;
  /** An API key, or the token of a user's session. Without one only public operations answer. */
  token?: string;
  /** The organization that a user acts in; an API key has its own. */
  organizationId?: string;
  fetch?: (request: Request) => Promise<Response>;
}

/** Every operation by method and path. A call answers `{data, error, response}` and throws for the network alone. */
export type WeftClient = Client<paths>;

export function createWeftClient(options: WeftClientOptions): WeftClient {
  const { url, token, organizationId, fetch } = options;
  return createClient<paths>({
    baseUrl: url,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(organizationId !== undefined && { 'x-org-id': organizationId }),
    },
    ...(fetch && { fetch }),
  });
}
