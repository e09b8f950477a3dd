/**
 * Where a node runs: its id behind the iterations that hold it, such as `orders[3]/lines[0]/charge`.
 * The part up to the last slash is the prefix of its frame.
 */
export function prefixOf(address: string): string {
  return address.slice(0, address.lastIndexOf('/') + 1);
}

export function nodeIdOf(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1);
}

/** Prefix of the frame of one iteration. */
export function iterationPrefix(loopAddress: string, index: number): string {
  return `${loopAddress}[${index}]/`;
}

/** Whether the address lies in the frame of the prefix or in a frame below it. */
export function isWithin(address: string, prefix: string): boolean {
  return address.startsWith(prefix);
}
