/** Lists are as long as it takes to see what they are. */
const MAX_ITEMS = 2;

const TIME = '2026-01-15T09:30:00.000Z';
const REQUEST_ID = 'req_3f9c1e5ab2d47f6012345678';
const ID = /^([a-z]{2,5})_([0-9A-Za-z]{22})$/;
/** Of the ids that the document gives to paths. */
const FIRST_ID = '0VbXkD2mQ8sTzLr5HwYc1u';

/** What depends on the moment or the machine, by the name of its field. */
const FIXED: Readonly<Record<string, unknown>> = {
  requestId: REQUEST_ID,
  key: 'b3sk_...',
  token: 'b3st_...',
  clientToken: 'ct_...',
  secret: 'whsec_...',
  triggerSecret: '...',
  keyPrefix: 'b3sk_4fQ9',
  durationMs: 38,
  processingTimeMs: 3,
  userAgent: 'curl/8.5.0',
  clientIp: '203.0.113.7',
  lastUsedIp: '203.0.113.7',
  yearMonth: '2026-01',
  date: '2026-01-15',
};

/** The same with ids, times and secrets that are examples, and with short lists: equal whenever it is made. */
export function toExample(value: unknown): unknown {
  return shorten(value, new Map());
}

function shorten(value: unknown, ids: Map<string, string>, name = ''): unknown {
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => shorten(item, ids));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [named(key, ids), shorten(item, ids, key)]),
    );
  }
  const fixed = FIXED[name];
  if (fixed !== undefined && typeof fixed === typeof value) return fixed;
  if (typeof value === 'number') return name.endsWith('LatencyMs') ? 12 : value;
  if (typeof value !== 'string') return value;
  // What makes a slug unlike others is random.
  return name === 'slug' ? value.replace(/-[0-9a-f]{8}$/, '') : named(value, ids);
}

function named(text: string, ids: Map<string, string>): string {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return TIME;
  if (/^http:\/\/(127\.0\.0\.1|localhost):\d+/.test(text)) {
    return text
      .replace(/^http:\/\/[^/]+/, 'https://weft.example.com')
      .replace(/[0-9A-Za-z]{22}/, FIRST_ID);
  }
  const [, prefix] = ID.exec(text) ?? [];
  if (prefix === undefined) return text;
  const known = ids.get(text);
  if (known !== undefined) return known;
  const before = [...ids.values()].filter((id) => id.startsWith(`${prefix}_`)).length;
  const id = `${prefix}_${FIRST_ID.slice(0, -1)}${'uvwxyz'[before] ?? 'z'}`;
  ids.set(text, id);
  return id;
}
