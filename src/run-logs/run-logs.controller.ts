import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import type { CursorPage } from '../common/pagination';
import { AnswersWithCursorPageOf, Fails } from '../openapi/responses';
import { RunLogQuery } from './run-log.query';
import { RunLogLine } from './run-log.response';
import { RunLogsService } from './run-logs.service';

@ApiTags('Runs')
@Controller('v1/runs/:id/logs')
export class RunLogsController {
  constructor(private readonly logs: RunLogsService) {}

  @Get()
  @Operation('listRunLogs', {
    summary: 'Read what happened in a run as log lines, the oldest first',
    description:
      'What log nodes said, which attempts began and why they failed, and what went wrong. Secrets are masked, as in the run itself.',
  })
  @AnswersWithCursorPageOf(RunLogLine)
  @Fails('invalidFields', 'runNotFound')
  listRunLogs(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Query() query: RunLogQuery,
  ): Promise<CursorPage<RunLogLine>> {
    return this.logs.list(caller, id, query);
  }
}
