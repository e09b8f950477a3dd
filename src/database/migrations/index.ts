import { Organizations1764000000001 } from './1764000000001-organizations';
import { Workflows1764000000002 } from './1764000000002-workflows';
import { Runs1764000000003 } from './1764000000003-runs';
import { Outbound1764000000004 } from './1764000000004-outbound';

/** In order; one that has been released is never changed again. */
export const MIGRATIONS = [
  Organizations1764000000001,
  Workflows1764000000002,
  Runs1764000000003,
  Outbound1764000000004,
];
