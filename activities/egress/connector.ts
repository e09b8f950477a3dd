import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { EgressPolicy } from './rules';

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
  options: { connectTimeoutMs: number },
): buildConnector.connector {
  const connect = buildConnector({
    timeout: options.connectTimeoutMs,
    lookup: guardedLookup(policy),
  });
  return (target, callback) => {
    const host = target.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !policy.allowsHost(host) && !policy.allowsAddress(host)) {
      callback(refused(host), null);
      return;
    }
    connect({ ...target, hostname: host }, callback);
  };
}

function guardedLookup(policy: EgressPolicy): LookupFunction {
  return (hostname, options: LookupOptions, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
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
