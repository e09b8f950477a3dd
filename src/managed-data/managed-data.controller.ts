import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { bothWays, type WithTopLevel } from '../common/envelope';
import { AnswersTwiceWith, Fails } from '../openapi/responses';
import { QueryDto } from './database.dto';
import { QueryResult, TableColumns, TableList } from './database.response';
import { ManagedDataService } from './managed-data.service';

const LIST = { type: 'array', items: { type: 'object' } };

@ApiTags('Managed data')
@ApiParam({ name: 'orgId' })
@Controller('v1/organizations/:orgId/database')
export class ManagedDataController {
  constructor(private readonly data: ManagedDataService) {}

  @Post('query')
  @HttpCode(200)
  @Operation('queryDatabase', {
    summary: 'Carry out one SQL statement in the database of the organization',
    description:
      'What starts with `SELECT ` needs `database:read`, anything else `database:update`. It takes 5 seconds at most and gives 1,000 rows at most.',
  })
  @AnswersTwiceWith(QueryResult, {
    rows: { type: 'array', items: { type: 'object', additionalProperties: true } },
    rowsAffected: { type: 'integer' },
    lastRowId: {},
  })
  @Fails('malformedJson', 'invalidFields', 'sqlFailed', 'queryTimeout', 'resultTooLarge')
  @Fails('organizationNotFound', 'databaseBusy', 'databaseUnavailable')
  async queryDatabase(
    @CurrentCaller() caller: Caller,
    @Body() body: QueryDto,
  ): Promise<WithTopLevel> {
    return bothWays(await this.data.query(caller, body));
  }

  @Get('tables')
  @Operation('listDatabaseTables', { summary: 'List tables and views' })
  @AnswersTwiceWith(TableList, { tables: LIST })
  @Fails('organizationNotFound', 'databaseBusy', 'databaseUnavailable')
  async listDatabaseTables(@CurrentCaller() caller: Caller): Promise<WithTopLevel> {
    return bothWays(await this.data.tables(caller));
  }

  @Get('tables/:tableName')
  @Operation('getDatabaseTable', { summary: 'Read the columns of a table' })
  @AnswersTwiceWith(TableColumns, { columns: LIST })
  @Fails('organizationNotFound', 'tableNotFound', 'databaseBusy', 'databaseUnavailable')
  async getDatabaseTable(
    @CurrentCaller() caller: Caller,
    @Param('tableName') tableName: string,
  ): Promise<WithTopLevel> {
    return bothWays(await this.data.table(caller, tableName));
  }
}
