import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { CASTS, readCursor, type SortKey, writeCursor } from './cursor';
import { ApiError } from './errors';
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
  if (query.cursor !== undefined) seek(builder, keys, query);
  keys.forEach(({ expression, direction, type }, index) => {
    builder.addSelect(CASTS[type].read(expression), `cursor_${index}`);
    builder.addOrderBy(expression, direction);
  });
  const { entities, raw } = await builder
    .limit(query.limit + 1)
    .offset(query.offset)
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

/** Rows after the cursor alone: the first key decides, of equal ones the next. */
function seek<E extends ObjectLiteral>(
  builder: SelectQueryBuilder<E>,
  keys: readonly SortKey[],
  { cursor = '', offset }: Pick<CursorPageQuery, 'offset' | 'cursor'>,
): void {
  if (offset > 0) {
    throw ApiError.fields([{ field: 'offset', message: 'offset and cursor exclude each other' }]);
  }
  const values = readCursor(keys, cursor);
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
