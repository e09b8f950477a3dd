import { Controller, Delete, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { type CursorPage, CursorPageQuery } from '../common/pagination';
import { AnswersEmpty, AnswersWith, AnswersWithCursorPageOf, Fails } from '../openapi/responses';
import { readVersionNumber } from '../common/version-number';
import { VersionCount, WorkflowView } from './workflow.response';
import { WorkflowLifecycleService } from './workflow-lifecycle.service';
import { WorkflowVersionsService } from './workflow-versions.service';

@ApiTags('Workflows')
@Controller('v1/workflows/:id')
export class WorkflowVersionsController {
  constructor(
    private readonly versions: WorkflowVersionsService,
    private readonly lifecycle: WorkflowLifecycleService,
  ) {}

  @Get('live')
  @Operation('getLive', { summary: 'Read the version that runs' })
  @AnswersWith(WorkflowView)
  @Fails('workflowNotFound', 'liveNotFound')
  getLive(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<WorkflowView> {
    return this.versions.live(caller, id);
  }

  @Get('draft')
  @Operation('getDraft', { summary: 'Read the version that is edited' })
  @AnswersWith(WorkflowView)
  @Fails('workflowNotFound', 'draftNotFound')
  getDraft(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<WorkflowView> {
    return this.versions.draft(caller, id);
  }

  @Delete('draft')
  @Operation('discardDraft', { summary: 'Go back to the live version' })
  @AnswersEmpty()
  @Fails('draftIsAll', 'workflowNotFound', 'draftNotFound')
  discardDraft(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.lifecycle.discardDraft(caller, id);
  }

  @Get('versions')
  @Operation('listWorkflowVersions', { summary: 'List versions, the newest first' })
  @AnswersWithCursorPageOf(WorkflowView, { currentVersion: { type: 'integer' } })
  @Fails('invalidFields', 'workflowNotFound')
  listVersions(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Query() query: CursorPageQuery,
  ): Promise<CursorPage<WorkflowView> & { currentVersion: number }> {
    return this.versions.list(caller, id, query);
  }

  @Get('versions/count')
  @Operation('countWorkflowVersions', { summary: 'Count versions' })
  @AnswersWith(VersionCount)
  @Fails('workflowNotFound')
  countVersions(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<VersionCount> {
    return this.versions.count(caller, id);
  }

  @Get('versions/:versionNumber')
  @Operation('getWorkflowVersion', { summary: 'Read one version' })
  @ApiParam({ name: 'versionNumber', schema: { type: 'integer', minimum: 1 } })
  @AnswersWith(WorkflowView)
  @Fails('invalidFields', 'workflowNotFound', 'versionNotFound')
  getVersion(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Param('versionNumber') versionNumber: string,
  ): Promise<WorkflowView> {
    const number = readVersionNumber('versionNumber', versionNumber);
    return this.versions.get(caller, id, number);
  }
}
