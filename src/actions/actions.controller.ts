import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Open } from '../auth/access';
import { AnswersWith, AnswersWithListOf, Fails } from '../openapi/responses';
import { type ActionSummary, ActionView, actionSummary } from './action.response';
import { ActionsService } from './actions.service';
import { CatalogQuery } from './catalog.query';

@ApiTags('Actions')
@Open()
@Controller('v1')
export class ActionsController {
  constructor(private readonly service: ActionsService) {}

  @Get('actions')
  @ApiOperation({ operationId: 'listActions', summary: 'List the actions that a node can run' })
  @AnswersWithListOf(ActionView)
  listActions(@Query() query: CatalogQuery): (ActionView | ActionSummary)[] {
    return this.service
      .actions(query.tags)
      .map(query.summary === true ? actionSummary : (spec) => new ActionView(spec));
  }

  @Get('actions/:type')
  @ApiOperation({ operationId: 'getAction', summary: 'Read one action or logic node' })
  @AnswersWith(ActionView)
  @Fails('actionNotFound')
  getAction(@Param('type') type: string): ActionView {
    return new ActionView(this.service.action(type));
  }

  @Get('logic-actions')
  @ApiOperation({ operationId: 'listLogicActions', summary: 'List the logic nodes' })
  @AnswersWithListOf(ActionView)
  listLogicActions(@Query() query: CatalogQuery): (ActionView | ActionSummary)[] {
    return this.service
      .logicActions()
      .map(query.summary === true ? actionSummary : (spec) => new ActionView(spec));
  }
}
