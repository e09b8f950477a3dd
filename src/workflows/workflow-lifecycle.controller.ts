import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { AnswersWith, Fails } from '../openapi/responses';
import { PublishWorkflowDto, RollbackWorkflowDto } from './workflow.dto';
import { WorkflowView } from './workflow.response';
import { WorkflowLifecycleService } from './workflow-lifecycle.service';
import { WorkflowsService } from './workflows.service';

@ApiTags('Workflows')
@Controller('v1/workflows/:id')
export class WorkflowLifecycleController {
  constructor(
    private readonly lifecycle: WorkflowLifecycleService,
    private readonly workflows: WorkflowsService,
  ) {}

  @Post('publish')
  @HttpCode(200)
  @ApiBody({ type: PublishWorkflowDto, required: false })
  @Operation('publishWorkflow', {
    summary: 'Make the draft the version that runs',
    description: 'A draft with problems is refused with all of them in `details`.',
  })
  @AnswersWith(WorkflowView)
  @Fails(
    ...(['invalidDefinition', 'publishingRestricted', 'actionDisabled'] as const),
    ...(['workflowArchived', 'workflowNotFound', 'versionConflict'] as const),
  )
  async publishWorkflow(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: PublishWorkflowDto,
  ): Promise<WorkflowView> {
    await this.lifecycle.publish(caller, id, body);
    return this.workflows.get(caller, id);
  }

  @Post('pause')
  @HttpCode(200)
  @Operation('pauseWorkflow', {
    summary: 'Stop automatic triggers',
    description: 'Runs that are under way go on, and the API can still start runs.',
  })
  @AnswersWith(WorkflowView)
  @Fails('workflowNotLive', 'workflowArchived', 'workflowNotFound')
  async pauseWorkflow(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<WorkflowView> {
    await this.lifecycle.pause(caller, id);
    return this.workflows.get(caller, id);
  }

  @Post('resume')
  @HttpCode(200)
  @Operation('resumeWorkflow', { summary: 'Start automatic triggers again' })
  @AnswersWith(WorkflowView)
  @Fails(
    ...(['cuExhausted', 'actionDisabled', 'maxRunsExhausted'] as const),
    ...(['workflowNotLive', 'workflowArchived', 'workflowNotFound'] as const),
  )
  async resumeWorkflow(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<WorkflowView> {
    await this.lifecycle.resume(caller, id);
    return this.workflows.get(caller, id);
  }

  @Post('unarchive')
  @HttpCode(200)
  @Operation('unarchiveWorkflow', { summary: 'Bring an archived workflow back as a draft' })
  @AnswersWith(WorkflowView)
  @Fails('workflowNotArchived', 'workflowNotFound')
  async unarchiveWorkflow(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<WorkflowView> {
    await this.lifecycle.unarchive(caller, id);
    return this.workflows.get(caller, id);
  }

  @Post('rollback')
  @HttpCode(200)
  @Operation('rollbackWorkflow', { summary: 'Make the definition of an older version the draft' })
  @AnswersWith(WorkflowView)
  @Fails(
    'invalidFields',
    'workflowArchived',
    'workflowNotFound',
    'versionNotFound',
    'versionConflict',
  )
  async rollbackWorkflow(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: RollbackWorkflowDto,
  ): Promise<WorkflowView> {
    await this.lifecycle.rollback(caller, id, body);
    return this.workflows.get(caller, id);
  }
}
