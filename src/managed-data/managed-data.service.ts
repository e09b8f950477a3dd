import { Injectable } from '@nestjs/common';
import { ActionError } from '../../activities/action';
import { OrganizationDatabases } from '../../activities/data/organization-databases';
import { type Caller, requirePermission } from '../auth/caller';
import { ApiError, type ErrorName } from '../common/errors';
import type { QueryDto } from './database.dto';
import { QueryResult, TableColumns, TableList } from './database.response';
import { permissionFor } from './sql-permission';

const ERRORS: ReadonlyMap<string, ErrorName> = new Map([
  ['sql_failed', 'sqlFailed'],
  ['query_timeout', 'queryTimeout'],
  ['result_too_large', 'resultTooLarge'],
  ['database_busy', 'databaseBusy'],
  ['database_unavailable', 'databaseUnavailable'],
]);

/** What is wrong with the request itself, by the field that holds it. */
const FIELDS: ReadonlyMap<string, string> = new Map([
  ['sql_refused', 'sql'],
  ['params_refused', 'params'],
]);

@Injectable()
export class ManagedDataService {
  constructor(private readonly databases: OrganizationDatabases) {}

  async query(caller: Caller, { sql, params }: QueryDto): Promise<QueryResult> {
    requirePermission(caller, permissionFor(sql));
    const { organizationId } = caller;
    const query = { organizationId, sql, params: params ?? [] };
    return new QueryResult(await inApi(this.databases.query(query)));
  }

  async tables({ organizationId }: Caller): Promise<TableList> {
    return new TableList(await inApi(this.databases.tables(organizationId)));
  }

  async table({ organizationId }: Caller, name: string): Promise<TableColumns> {
    const columns = await inApi(this.databases.columns(organizationId, name));
    if (columns.length === 0) throw new ApiError('tableNotFound');
    return new TableColumns(columns);
  }
}

async function inApi<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    const { code, message } = error;
    const field = FIELDS.get(code);
    if (field !== undefined) throw ApiError.fields([{ field, message }]);
    const name = ERRORS.get(code);
    throw name === undefined ? error : new ApiError(name, message);
  }
}
