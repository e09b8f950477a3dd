import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { AnswersWith, Fails } from '../openapi/responses';
import { RefillDto } from './workflow-settings.dto';
import {
  GeneratedText,
  RefilledWorkflow,
  RotatedTriggerSecret,
  TriggerInfo,
  WorkflowSchedule,
} from './workflow-triggers.response';
import { WorkflowTriggersService } from './workflow-triggers.service';

@ApiTags('Workflows')
@Controller('v1/workflows/:id')
export class WorkflowTriggersController {
  constructor(private readonly triggers: WorkflowTriggersService) {}

  @Get('trigger-info')
  @Operation('getTriggerInfo', { summary: 'Tell what sets a workflow off' })
  @AnswersWith(TriggerInfo)
  @Fails('workflowNotFound')
  getTriggerInfo(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<TriggerInfo> {
    return this.triggers.info(caller, id);
  }

  @Get('schedule')
  @Operation('getWorkflowSchedule', {
    summary: 'Tell when a workflow runs next by itself',
    description: 'Without `nextRunAt` it does not.',
  })
  @AnswersWith(WorkflowSchedule)
  @Fails('workflowNotFound')
  getWorkflowSchedule(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<WorkflowSchedule> {
    return this.triggers.schedule(caller, id);
  }

  @Post('refill')
  @HttpCode(200)
  @Operation('refillWorkflow', {
    summary: 'Say how many runs are left',
    description:
      'Takes the place of what was left. A workflow that was paused with `max_runs_exhausted` becomes active again.',
  })
  @AnswersWith(RefilledWorkflow)
  @Fails(
    ...(['malformedJson', 'invalidFields', 'noRunLimit', 'actionDisabled'] as const),
    ...(['workflowArchived', 'workflowNotFound'] as const),
  )
  refillWorkflow(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() { remainRuns }: RefillDto,
  ): Promise<RefilledWorkflow> {
    return this.triggers.refill(caller, id, remainRuns);
  }

  @Post('trigger-secret/rotate')
  @HttpCode(200)
  @Operation('rotateTriggerSecret', {
    summary: 'Put a new trigger secret in the place of the old one',
    description:
      'The old one counts no longer, from this moment on, for runs that wait already too. A workflow that has none gets one.',
  })
  @AnswersWith(RotatedTriggerSecret)
  @Fails('workflowNotFound')
  rotateTriggerSecret(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<RotatedTriggerSecret> {
    return this.triggers.rotateSecret(caller, id);
  }

  @Post('regenerate-descriptions')
  @HttpCode(200)
  @Operation('regenerateDescriptions', {
    summary: 'Make a name and a description out of the definition',
    description:
      'Kept as `aiName` and `aiDescription`, the names that B3OS has for them. No language model is asked: the text follows from the nodes alone, and the same definition always gets the same.',
  })
  @AnswersWith(GeneratedText)
  @Fails('workflowArchived', 'workflowNotFound')
  regenerateDescriptions(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<GeneratedText> {
    return this.triggers.describe(caller, id);
  }
}
