import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { bothWays, type WithTopLevel } from '../common/envelope';
import { type CursorPage, CursorPageQuery } from '../common/pagination';
import {
  AnswersEmpty,
  AnswersTwiceWith,
  AnswersWith,
  AnswersWithCursorPageOf,
  Fails,
} from '../openapi/responses';
import { SetVariableDto, VariableDefDto } from './variable.dto';
import {
  VariableDefView,
  VariableList,
  VariableView,
  VariableWriteView,
} from './variable.response';
import { VariableWrites } from './variable-writes.service';
import { VariablesService } from './variables.service';

@ApiTags('Variables')
@Controller('v1/workflows/:id/variables')
export class VariablesController {
  constructor(
    private readonly variables: VariablesService,
    private readonly writes: VariableWrites,
  ) {}

  @Get()
  @Operation('listWorkflowVariables', { summary: 'List the variables of a workflow, by name' })
  @AnswersTwiceWith(VariableList, { items: { type: 'array', items: { type: 'object' } } })
  @Fails('workflowNotFound')
  async listWorkflowVariables(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<WithTopLevel> {
    return bothWays(await this.variables.list(caller, id));
  }

  @Put(':name')
  @Operation('upsertWorkflowVariable', {
    summary: 'Make a variable, or change what it is',
    description:
      'A value that does not fit any more is dropped. Runs under way keep the variable that they found at their start.',
  })
  @AnswersTwiceWith(VariableDefView, {
    ...{ name: { type: 'string' }, type: { type: 'string' }, lifetime: { type: 'string' } },
    ...{ default: {}, description: { type: 'string' } },
  })
  @Fails('malformedJson', 'invalidFields', 'tooManyVariables', 'workflowArchived')
  @Fails('workflowNotFound')
  async upsertWorkflowVariable(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Param('name') name: string,
    @Body() body: VariableDefDto,
  ): Promise<WithTopLevel> {
    return bothWays(await this.variables.upsert(caller, id, name, body));
  }

  @Delete(':name')
  @Operation('deleteWorkflowVariable', {
    summary: 'Delete a variable',
    description: 'Its history stays. Later runs read null, and a `set-variable` of it fails.',
  })
  @AnswersEmpty()
  @Fails('workflowArchived', 'workflowNotFound', 'variableNotFound')
  deleteWorkflowVariable(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Param('name') name: string,
  ): Promise<void> {
    return this.variables.delete(caller, id, name);
  }

  @Post(':name/value')
  @HttpCode(200)
  @Operation('setWorkflowVariable', {
    summary: 'Write the value of a variable by hand',
    description: 'Runs that start from now on read it. Only with the lifetime `persist`.',
  })
  @AnswersWith(VariableView)
  @Fails('malformedJson', 'invalidFields', 'variableNotKept', 'workflowArchived')
  @Fails('workflowNotFound', 'variableNotFound')
  setWorkflowVariable(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Param('name') name: string,
    @Body() body: SetVariableDto,
  ): Promise<VariableView> {
    return this.variables.setValue(caller, id, name, body.value);
  }

  @Post(':name/reset')
  @HttpCode(200)
  @Operation('resetWorkflowVariable', { summary: 'Put a variable back to its default' })
  @AnswersWith(VariableView)
  @Fails('workflowArchived', 'workflowNotFound', 'variableNotFound')
  resetWorkflowVariable(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Param('name') name: string,
  ): Promise<VariableView> {
    return this.variables.reset(caller, id, name);
  }

  @Get(':name/history')
  @Operation('listVariableHistory', {
    summary: 'List what was written to a variable, the newest first',
    description: 'Also of a variable that is deleted by now. Without what simulations wrote.',
  })
  @AnswersWithCursorPageOf(VariableWriteView)
  @Fails('invalidFields', 'workflowNotFound', 'variableNotFound')
  listVariableHistory(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Param('name') name: string,
    @Query() query: CursorPageQuery,
  ): Promise<CursorPage<VariableWriteView>> {
    return this.writes.ofVariable(caller, id, name, query);
  }
}
