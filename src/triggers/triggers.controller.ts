import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ActionsService } from '../actions/actions.service';
import { CatalogQuery } from '../actions/catalog.query';
import { Operation } from '../auth/operation';
import { AnswersWith, AnswersWithListOf, Fails } from '../openapi/responses';
import { triggerSummary, type TriggerSummary, TriggerView } from './trigger.response';

@ApiTags('Triggers')
@Controller('v1/triggers')
export class TriggersController {
  constructor(private readonly catalog: ActionsService) {}

  @Get()
  @Operation('listTriggers', { summary: 'List what can start a workflow' })
  @AnswersWithListOf(TriggerView)
  listTriggers(@Query() query: CatalogQuery): (TriggerView | TriggerSummary)[] {
    return this.catalog
      .triggers(query.tags)
      .map(query.summary === true ? triggerSummary : (spec) => new TriggerView(spec));
  }

  @Get(':type')
  @Operation('getTrigger', { summary: 'Read one trigger' })
  @AnswersWith(TriggerView)
  @Fails('triggerNotFound')
  getTrigger(@Param('type') type: string): TriggerView {
    return new TriggerView(this.catalog.trigger(type));
  }
}
