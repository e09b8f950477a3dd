import ipaddr from 'ipaddr.js';
import type { EgressRules } from '../deps';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = [Address, number];

/** IPv6 addresses outside 2000::/3 are no public hosts, whatever else they are. */
const GLOBAL_IPV6: Network = ipaddr.parseCIDR('2000::/3');

const HOST_NAME = /^[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?\.?$/i;

/** Whether the list of an operator may have the entry: a host name, an IP or a CIDR. */
export function isAllowEntry(text: string): boolean {
  return ipaddr.isValidCIDR(text) || ipaddr.isValid(text) || HOST_NAME.test(text);
}

/**
 * Which addresses may be reached: every public one, and those an operator allows by host name, IP
 * or CIDR. A host name in the list allows whatever addresses it resolves to.
 */
export class EgressPolicy {
  private readonly hosts = new Set<string>();
  private readonly networks: Network[] = [];

  constructor(rules: EgressRules) {
    for (const entry of rules.allow) this.add(entry.trim());
  }

  allowsHost(host: string): boolean {
    return this.hosts.has(normalizeHost(host));
  }

  /** False also for what is no IP address. */
  allowsAddress(text: string): boolean {
    if (!ipaddr.isValid(text)) return false;
    return isPublic(ipaddr.process(text)) || this.listsAddress(text);
  }

  /** Whether an operator has named this very host, or a network with this literal address. */
  lists(host: string): boolean {
    const bare = host.replace(/^\[|\]$/g, '');
    return this.allowsHost(bare) || this.listsAddress(bare);
  }

  private listsAddress(text: string): boolean {
    if (!ipaddr.isValid(text)) return false;
    const address = ipaddr.process(text);
    return this.networks.some((network) => contains(network, address));
  }

  private add(entry: string): void {
    if (ipaddr.isValidCIDR(entry)) {
      this.networks.push(ipaddr.parseCIDR(entry));
    } else if (ipaddr.isValid(entry)) {
      const address = ipaddr.process(entry);
      this.networks.push([address, address.kind() === 'ipv4' ? 32 : 128]);
    } else if (HOST_NAME.test(entry)) {
      this.hosts.add(normalizeHost(entry));
    } else {
      throw new Error(`The egress allow list has an entry that is no host, IP or CIDR: "${entry}"`);
    }
  }
}

function isPublic(address: Address): boolean {
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || contains(GLOBAL_IPV6, address);
}

function contains([network, bits]: Network, address: Address): boolean {
  return address.kind() === network.kind() && address.match(network, bits);
}

function normalizeHost(host: string): string {
  return host.toLowerCase().replace(/\.$/, '');
}
