import { onlyReads } from '../../activities/data/check-sql';
import type { Permission } from '../auth/permissions';

/** What starts with `SELECT ` needs to read, anything else to write. */
export function permissionFor(sql: string): Permission {
  return onlyReads(sql) ? 'database:read' : 'database:update';
}
