import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { type CursorPage, CursorPageQuery } from '../common/pagination';
import { AnswersWithCursorPageOf, Fails } from '../openapi/responses';
import { VariableWriteView } from './variable.response';
import { VariableWrites } from './variable-writes.service';

@ApiTags('Variables')
@Controller('v1/runs/:id/variable-writes')
export class RunVariablesController {
  constructor(private readonly writes: VariableWrites) {}

  @Get()
  @Operation('listRunVariableWrites', {
    summary: 'List what a run has written to variables, the newest first',
    description: 'What a simulation wrote has the scope `run`: it changes no workflow.',
  })
  @AnswersWithCursorPageOf(VariableWriteView)
  @Fails('invalidFields', 'runNotFound')
  listRunVariableWrites(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Query() query: CursorPageQuery,
  ): Promise<CursorPage<VariableWriteView>> {
    return this.writes.ofRun(caller, id, query);
  }
}
