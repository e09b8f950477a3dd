import type { Catalog } from '../../definition/catalog';

export type { Catalog };

/** Injection token of the {@link Catalog}. */
export const CATALOG = Symbol('catalog');
