import type { OperationId } from '../../../src/auth/operations';
import type { World } from './world';

/** What the typed client gives for a call. */
export interface Reply<Body> {
  data?: Body;
  error?: unknown;
  response: Response;
}

type Call<Body> = (world: World) => Promise<Reply<Body>>;

/** What is looked for in an answer: a matcher, or one that has ids of the world in it. */
type Sought = object | ((world: World) => object);

/** How what an operation has written is found again. */
export interface ReadBack {
  /** Calls another operation. */
  call: Call<unknown>;
  /** 200 unless it is said. */
  status?: number;
  /** What must be in its `data`, or in the whole answer where there is none. */
  finds?: Sought;
}

/** One operation, as the contract run calls it. */
export interface Entry {
  id: OperationId;
  /** Where it stands. */
  area: string;
  /** What must be there before. */
  given?: (world: World) => Promise<unknown>;
  call: Call<unknown>;
  answers?: Sought;
  /** Keeps ids of the answer for what comes after. */
  keep?: (world: World, body: never) => void;
  readBack?: ReadBack;
  /** Why there is nothing to read back of a request that is no GET. */
  writesNothing?: string;
}

/** The entry, with the body of its answer known to `keep`. */
type Written<Body> = Omit<Entry, 'area' | 'call' | 'keep'> & {
  call: Call<Body>;
  keep?: (world: World, body: NonNullable<Body>) => void;
};

/** Makes the entries of one area, which are called in their order. */
export function area(name: string): {
  entries: Entry[];
  entry: <Body>(written: Written<Body>) => void;
} {
  const entries: Entry[] = [];
  return {
    entries,
    entry: (written) => {
      entries.push({ ...written, area: name });
    },
  };
}

export const sought = (what: Sought, world: World): object =>
  typeof what === 'function' ? (what as (world: World) => object)(world) : what;

/** A list that has such an entry. */
export const listing = (...items: object[]): object => ({ items: holding(...items) });

/** A list without such an entry. */
export const notListing = (item: object): object => ({
  items: expect.not.arrayContaining([expect.objectContaining(item)]) as unknown,
});

export const holding = (...items: object[]): unknown =>
  expect.arrayContaining(items.map((item) => expect.objectContaining(item) as unknown));
