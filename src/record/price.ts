import type { ProgressEvent } from '../../definition/progress';

/** What an event costs, in whole compute units. */
export type Price = (event: ProgressEvent) => number;

/** For what touches nothing outside: simulations. */
export const FREE: Price = () => 0;
