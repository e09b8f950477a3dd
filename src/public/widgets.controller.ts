import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { AnswersEmpty, AnswersWith, Fails } from '../openapi/responses';
import { EnableWidgetDto } from './widget.dto';
import { PublicWidget, WidgetView } from './widget.response';
import { WidgetsService } from './widgets.service';

@ApiTags('Public')
@Controller('v1')
export class WidgetsController {
  constructor(private readonly widgets: WidgetsService) {}

  @Post('workflows/:id/widget')
  @HttpCode(200)
  @Operation('enableWidget', {
    summary: 'Show everybody a widget of a public workflow',
    description: 'Sent whole: one that is there is replaced.',
  })
  @AnswersWith(WidgetView)
  @Fails(
    ...(['malformedJson', 'invalidFields', 'workflowNotPublic'] as const),
    ...(['workflowArchived', 'workflowNotFound'] as const),
  )
  enableWidget(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: EnableWidgetDto,
  ): Promise<WidgetView> {
    return this.widgets.enable(caller, id, body);
  }

  @Delete('workflows/:id/widget')
  @Operation('disableWidget', { summary: 'Show the widget of a workflow no more' })
  @AnswersEmpty()
  @Fails('workflowNotFound')
  disableWidget(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.widgets.disable(caller, id);
  }

  @Get('public/workflows/:id/widget')
  @Operation('getPublicWidget', { summary: 'Read the widget of a public workflow' })
  @AnswersWith(PublicWidget)
  @Fails('workflowNotFound')
  getPublicWidget(@Param('id') id: string): Promise<PublicWidget> {
    return this.widgets.show(id);
  }
}
