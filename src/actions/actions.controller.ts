import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../auth/operation';
import { AnswersWith, AnswersWithListOf, Fails } from '../openapi/responses';
import { type ActionSummary, ActionView, actionSummary } from './action.response';
import { ActionsService } from './actions.service';
import { CatalogQuery } from './catalog.query';

@ApiTags('Actions')
@Controller('v1')
export class ActionsController {
  constructor(private readonly service: ActionsService) {}

  @Get('actions')
  @Operation('listActions', { summary: 'List the actions that a node can run' })
  @AnswersWithListOf(ActionView)
  listActions(@Query() query: CatalogQuery): (ActionView | ActionSummary)[] {
    return this.service
      .actions(query.tags)
      .map(query.summary === true ? actionSummary : (spec) => new ActionView(spec));
  }

  @Get('actions/:type')
  @Operation('getAction', { summary: 'Read one action or logic node' })
  @AnswersWith(ActionView)
  @Fails('actionNotFound')
  getAction(@Param('type') type: string): ActionView {
    return new ActionView(this.service.action(type));
  }

  @Get('logic-actions')
  @Operation('listLogicActions', { summary: 'List the logic nodes' })
  @AnswersWithListOf(ActionView)
  listLogicActions(@Query() query: CatalogQuery): (ActionView | ActionSummary)[] {
    return this.service
      .logicActions()
      .map(query.summary === true ? actionSummary : (spec) => new ActionView(spec));
  }
}
