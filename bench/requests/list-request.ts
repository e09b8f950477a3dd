import type { OperationId } from '../../src/auth/operations';

/** A read whose cost must not grow with what an organization has gathered. */
export interface ListRequest {
  operation: OperationId;
  what: string;
  /** With names in braces for what {@link pathOf} fills in. */
  path: string;
  /** Sent by POST. */
  body?: object;
  /** It finds nothing, and that is what is measured. */
  isEmpty?: true;
  /** It may read more than a thousand rows, for this reason: so many of 5,000 workflows and 40,000 runs. */
  reads?: { most: number; because: string };
}

/** What stands for the names in paths. */
export interface SeededIds {
  organizationId: string;
  /** The workflow that the others are copies of. */
  workflowId: string;
  now: number;
  /** How far into the runs the deepest page is. */
  deepest: number;
  /** Of the page before the deepest one. */
  cursor: string;
}

const DAY_MS = 86_400_000;

export function pathOf({ path }: ListRequest, ids: SeededIds): string {
  const { organizationId, workflowId, now, deepest, cursor } = ids;
  const values: Record<string, string | number> = {
    ...{ org: organizationId, workflow: workflowId, deepest, cursor },
    days: `from=${now - 12 * DAY_MS}&to=${now}`,
    tenMonths: `from=${now - 300 * DAY_MS}&to=${now}`,
    year: new Date(now - 300 * DAY_MS).toISOString(),
    monthAgo: new Date(now - 30 * DAY_MS).toISOString(),
    week: new Date(now - 7 * DAY_MS).toISOString(),
    month: new Date(now).toISOString().slice(0, 7),
  };
  return path.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

export function list(
  operation: OperationId,
  what: string,
  path: string,
  rest: Pick<ListRequest, 'body' | 'isEmpty' | 'reads'> = {},
): ListRequest {
  return { operation, what, path, ...rest };
}

export const NOTHING = { isEmpty: true } as const;

export function upTo(most: number, because: string): Pick<ListRequest, 'reads'> {
  return { reads: { most, because } };
}
