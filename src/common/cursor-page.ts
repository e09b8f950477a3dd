import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { CASTS, readPlace, type SortKey, writeCursor } from './cursor';
import { type CursorPage, type CursorPageQuery, pageOf } from './pagination';

interface Rows<E> {
  rows: E[];
  /** Where the next page begins, when there is one. */
  nextCursor: string | null;
}

/** Reads one page of a list in the order of its keys, and shows each row. */
export async function readPage<E extends ObjectLiteral, T>(
  builder: SelectQueryBuilder<E>,
  query: Pick<CursorPageQuery, 'limit' | 'offset' | 'cursor'>,
  keys: readonly SortKey[],
  show: (row: E) => T,
): Promise<CursorPage<T>> {
  const { rows, nextCursor } = await readRows(builder, query, keys);
  return { ...pageOf(rows, query, show), nextCursor };
}

/** {@link readPage} for a list whose rows are shown all together; there is one row more when there is a next page. */
export async function readRows<E extends ObjectLiteral>(
  builder: SelectQueryBuilder<E>,
  query: Pick<CursorPageQuery, 'limit' | 'offset' | 'cursor'>,
  keys: readonly SortKey[],
): Promise<Rows<E>> {
  const after = await startOf(builder, query, keys);
  if (after === 'beyond') return { rows: [], nextCursor: null };
  if (after !== undefined) seek(builder, keys, after);
  keys.forEach(({ expression, direction, type }, index) => {
    builder.addSelect(CASTS[type].read(expression), `cursor_${index}`);
    builder.addOrderBy(expression, direction);
  });
  const { entities, raw } = await builder
    .limit(query.limit + 1)
    .offset(after === undefined ? query.offset : 0)
    .getRawAndEntities<Record<string, string>>();
  const last = entities.length > query.limit ? raw[query.limit - 1] : undefined;
  const nextCursor =
    last &&
    writeCursor(
      keys,
      keys.map((_, index) => last[`cursor_${index}`] ?? ''),
    );
  return { rows: entities, nextCursor: nextCursor ?? null };
}

/** From here on it is worth a statement of its own to pass over rows without reading them. */
const DEEP_OFFSET = 1_000;

/** Values of the keys after which the page begins; none when it is to be counted off. */
async function startOf<E extends ObjectLiteral>(
  builder: SelectQueryBuilder<E>,
  { cursor, offset }: Pick<CursorPageQuery, 'offset' | 'cursor'>,
  keys: readonly SortKey[],
): Promise<string[] | 'beyond' | undefined> {
  const place = readPlace(keys, { cursor, offset });
  if (place !== undefined) return place;
  if (offset < DEEP_OFFSET) return undefined;
  // With the bare keys alone the rows before are counted off in an index, and cast for one row only.
  const last = builder.clone().select([]).limit(1);
  keys.forEach(({ expression, direction }, index) => {
    last.addSelect(expression, `key_${index}`).addOrderBy(expression, direction);
  });
  const reading = builder.dataSource.createQueryBuilder().select([]);
  keys.forEach(({ type }, index) => {
    reading.addSelect(CASTS[type].read(`last.key_${index}`), `cursor_${index}`);
  });
  const row = await reading
    .from(`(${last.offset(offset - 1).getQuery()})`, 'last')
    .setParameters(last.getParameters())
    .getRawOne<Record<string, string>>();
  return row === undefined ? 'beyond' : keys.map((_, index) => row[`cursor_${index}`] ?? '');
}

/** Rows after these values alone: the first key decides, of equal ones the next. */
function seek<E extends ObjectLiteral>(
  builder: SelectQueryBuilder<E>,
  keys: readonly SortKey[],
  values: readonly string[],
): void {
  const bound = keys.map(({ type }, index) => CASTS[type].bind(`:cursor${index}`));
  builder.setParameters(
    Object.fromEntries(values.map((value, index) => [`cursor${index}`, value])),
  );
  const [first] = keys;
  if (keys.every(({ direction }) => direction === first?.direction)) {
    // One comparison of rows, which an index answers.
    const columns = keys.map(({ expression }) => expression).join(', ');
    builder.andWhere(
      `(${columns}) ${first?.direction === 'ASC' ? '>' : '<'} (${bound.join(', ')})`,
    );
    return;
  }
  const ways = keys.map(({ expression, direction }, index) => {
    const equal = keys.slice(0, index).map((key, at) => `${key.expression} = ${bound[at] ?? ''}`);
    const beyond = `${expression} ${direction === 'ASC' ? '>' : '<'} ${bound[index] ?? ''}`;
    return `(${[...equal, beyond].join(' AND ')})`;
  });
  builder.andWhere(`(${ways.join(' OR ')})`);
}
