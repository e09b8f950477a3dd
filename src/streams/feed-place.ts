/** A place in a feed that goes from snapshot to snapshot of the database. */
export interface FeedPlace {
  /** The snapshot whose events are known, as PostgreSQL writes it. */
  from: string;
  /** The one that the events after it are read up to; absent: the present one. */
  upto?: string;
  /** How many of the events between the two are known too. */
  told: number;
}

const SNAPSHOT = /^(\d{1,19}):(\d{1,19}):((?:\d{1,19},)*\d{1,19})?$/;
/** PostgreSQL takes no transaction above this. */
const MAX_XID = 2n ** 63n - 1n;

/** What a client is given with an event, and sends back as `Last-Event-ID`. */
export function formatFeedId({ from, upto, told }: Required<FeedPlace>): string {
  return `${from}/${upto}/${told}`;
}

/** Undefined for what is no id of this feed. */
export function parseFeedId(id: string | undefined): FeedPlace | undefined {
  const [from = '', upto = '', told = '', ...rest] = (id ?? '').trim().split('/');
  if (rest.length > 0 || !/^\d{1,9}$/.test(told)) return undefined;
  return isSnapshot(from) && isSnapshot(upto) ? { from, upto, told: Number(told) } : undefined;
}

/** Numbers that rise, those of open transactions between the first and the last one that is not open yet. */
function isSnapshot(text: string): boolean {
  const [, min, max, open] = SNAPSHOT.exec(text) ?? [];
  if (min === undefined || max === undefined) return false;
  const [first, last] = [BigInt(min), BigInt(max)];
  const between = open === undefined ? [] : open.split(',').map(BigInt);
  const isRising = between.every(
    (xid, index) => xid >= first && xid < last && xid > (between[index - 1] ?? 0n),
  );
  return first > 0n && first <= last && last <= MAX_XID && isRising;
}
