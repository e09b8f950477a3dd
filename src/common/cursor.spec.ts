import { readCursor, type SortKey, writeCursor } from './cursor';

const KEYS: readonly SortKey[] = [
  { expression: 'run.startedAt', direction: 'DESC', type: 'time' },
  { expression: 'run.id', direction: 'DESC', type: 'text' },
];
const cursor = writeCursor(KEYS, ['1700000000000001', 'run_1']);

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const [order = ''] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];

describe('a cursor', () => {
  it('gives back what it was made of', () => {
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(readCursor(KEYS, cursor)).toEqual(['1700000000000001', 'run_1']);
  });

  it.each([
    ['empty text', ''],
    ['no base64', '%%%'],
    ['no JSON', Buffer.from('[').toString('base64url')],
    ['another value', encode({ a: 1 })],
    ['too few parts', encode([order, '1'])],
    ['too many parts', encode([order, '1', 'a', 'b'])],
    ['another order', encode(['other', '1', 'run_1'])],
    ['a time that is none', encode([order, "1'; DROP TABLE runs; --", 'run_1'])],
    ['a time out of range', encode([order, '9'.repeat(20), 'run_1'])],
    ['text that can not be stored', encode([order, '1', 'a\0'])],
  ])('is refused when it is %s', (_, text) => {
    expect(() => readCursor(KEYS, text)).toThrow('nextCursor');
  });

  it('is of one order', () => {
    const others = KEYS.map((key) => ({ ...key, direction: 'ASC' as const }));
    expect(() => readCursor(others, cursor)).toThrow('same order');
  });
});
