import type { LookupAddress, LookupAllOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { EgressPolicy } from './rules';

/** All addresses of a name: `lookup` of `node:dns`. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** The connection was refused by the egress rules, before anything was sent. */
export class EgressRefusedError extends Error {
  readonly code = 'EGRESS_REFUSED';
}

/**
 * Opens the connections of an undici Agent. A name is resolved once, each of its addresses is
 * checked, and the socket connects to exactly those: a second answer from DNS is never asked for.
 * A literal IP needs no lookup, so it is checked here.
 */
export function guardedConnector(
  policy: EgressPolicy,
  options: { connectTimeoutMs: number; resolve: Resolve },
): buildConnector.connector {
  const connect = buildConnector({
    timeout: options.connectTimeoutMs,
    lookup: guardedLookup(policy, options.resolve),
  });
  return (target, callback) => {
    const host = bareHost(target.hostname);
    if (isIP(host) !== 0 && !policy.allowsAddress(host)) {
      callback(refused(host), null);
      return;
    }
    connect({ ...target, hostname: host }, callback);
  };
}

/** Tells early what a connection to the host would be refused for. A name that does not resolve now may do so later. */
export async function checkHost(
  policy: EgressPolicy,
  resolve: Resolve,
  hostname: string,
): Promise<void> {
  const host = bareHost(hostname);
  if (isIP(host) !== 0) {
    if (!policy.allowsAddress(host)) throw refused(host);
    return;
  }
  const addresses = await new Promise<LookupAddress[]>((done) => {
    resolve(host, { all: true }, (error, found) => {
      done(error ? [] : found);
    });
  });
  if (!allAllowed(policy, host, addresses)) throw refused(host);
}

function bareHost(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}

function guardedLookup(policy: EgressPolicy, resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) {
        callback(error, []);
        return;
      }
      const [first] = addresses;
      if (first === undefined || !allAllowed(policy, hostname, addresses)) {
        callback(refused(hostname), []);
      } else if (options.all) {
        callback(null, addresses);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
}

function allAllowed(policy: EgressPolicy, hostname: string, addresses: LookupAddress[]): boolean {
  return (
    policy.allowsHost(hostname) || addresses.every(({ address }) => policy.allowsAddress(address))
  );
}

function refused(host: string): EgressRefusedError {
  return new EgressRefusedError(
    `${host} is not a public address; an operator can allow it with WEFT_EGRESS_ALLOW`,
  );
}
