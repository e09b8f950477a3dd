import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { AnswersWith, Fails } from '../openapi/responses';
import { QueryDto } from './database.dto';
import { QueryResult, TableColumns, TableList } from './database.response';
import { ManagedDataService } from './managed-data.service';

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
  @AnswersWith(QueryResult)
  @Fails('malformedJson', 'invalidFields', 'sqlFailed', 'queryTimeout', 'resultTooLarge')
  @Fails('organizationNotFound', 'databaseBusy', 'databaseUnavailable')
  queryDatabase(@CurrentCaller() caller: Caller, @Body() body: QueryDto): Promise<QueryResult> {
    return this.data.query(caller, body);
  }

  @Get('tables')
  @Operation('listDatabaseTables', { summary: 'List tables and views' })
  @AnswersWith(TableList)
  @Fails('organizationNotFound', 'databaseBusy', 'databaseUnavailable')
  listDatabaseTables(@CurrentCaller() caller: Caller): Promise<TableList> {
    return this.data.tables(caller);
  }

  @Get('tables/:tableName')
  @Operation('getDatabaseTable', { summary: 'Read the columns of a table' })
  @AnswersWith(TableColumns)
  @Fails('organizationNotFound', 'tableNotFound', 'databaseBusy', 'databaseUnavailable')
  getDatabaseTable(
    @CurrentCaller() caller: Caller,
    @Param('tableName') tableName: string,
  ): Promise<TableColumns> {
    return this.data.table(caller, tableName);
  }
}
