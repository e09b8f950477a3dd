import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { AnswersWith, Fails } from '../openapi/responses';
import { TemplateModerationService } from './template-moderation.service';
import { RejectTemplateDto } from './template.dto';
import { TemplateView } from './template.response';

const FAILURES = [
  ...(['adminRequired', 'templateNotFound'] as const),
  ...(['templateNotPublic', 'templateArchived'] as const),
];

const WHO = 'For administrators of the installation.';

@ApiTags('Templates')
@Controller('v1/templates/:id')
export class TemplateModerationController {
  constructor(private readonly moderation: TemplateModerationService) {}

  @Put('promote')
  @Operation('promoteTemplate', { summary: 'Promote a public template', description: WHO })
  @AnswersWith(TemplateView)
  @Fails(...FAILURES)
  promoteTemplate(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<TemplateView> {
    return this.moderation.promote(caller, id);
  }

  @Put('unpromote')
  @Operation('unpromoteTemplate', { summary: 'Promote it no more', description: WHO })
  @AnswersWith(TemplateView)
  @Fails(...FAILURES)
  unpromoteTemplate(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<TemplateView> {
    return this.moderation.unpromote(caller, id);
  }

  @Put('approve')
  @Operation('approveTemplate', {
    summary: 'Let all organizations see the newest version of a public template',
    description: WHO,
  })
  @AnswersWith(TemplateView)
  @Fails(...FAILURES)
  approveTemplate(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<TemplateView> {
    return this.moderation.approve(caller, id);
  }

  @Put('reject')
  @Operation('rejectTemplate', {
    summary: 'Show a public template to its own organization only',
    description: WHO,
  })
  @AnswersWith(TemplateView)
  @Fails('malformedJson', 'invalidFields', ...FAILURES)
  rejectTemplate(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() { reason }: RejectTemplateDto,
  ): Promise<TemplateView> {
    return this.moderation.reject(caller, id, reason ?? null);
  }
}
