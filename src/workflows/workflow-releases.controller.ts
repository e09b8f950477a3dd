import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiParam, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { type CursorPage, CursorPageQuery } from '../common/pagination';
import { AnswersWith, AnswersWithCursorPageOf, Fails } from '../openapi/responses';
import { PublishWorkflowDto } from './workflow.dto';
import { ReleaseView } from './workflow-release.response';
import { WorkflowReleasesService } from './workflow-releases.service';
import { RevertToVersionDto } from './workflow-settings.dto';
import { readVersionNumber } from '../common/version-number';

@ApiTags('Workflows')
@Controller('v1/workflows/:id')
export class WorkflowReleasesController {
  constructor(private readonly releases: WorkflowReleasesService) {}

  @Post('release')
  @HttpCode(200)
  @ApiBody({ type: PublishWorkflowDto, required: false })
  @Operation('releaseWorkflow', {
    summary: 'Publish a workflow and note it as a release',
    description:
      'What `publishWorkflow` does, with an entry in the history of releases. There are no apps that would be released with it.',
  })
  @AnswersWith(ReleaseView)
  @Fails(
    ...(['invalidFields', 'invalidDefinition', 'publishingRestricted', 'actionDisabled'] as const),
    ...(['workflowArchived', 'workflowNotFound', 'versionConflict'] as const),
  )
  releaseWorkflow(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() { expectedVersion }: PublishWorkflowDto,
  ): Promise<ReleaseView> {
    return this.releases.release(caller, id, expectedVersion);
  }

  @Get('releases')
  @Operation('listReleases', { summary: 'List releases, the newest first' })
  @AnswersWithCursorPageOf(ReleaseView)
  @Fails('invalidFields', 'workflowNotFound')
  listReleases(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Query() query: CursorPageQuery,
  ): Promise<CursorPage<ReleaseView>> {
    return this.releases.list(caller, id, query);
  }

  @Post('releases/:releaseVersion/revert')
  @HttpCode(200)
  @Operation('revertToRelease', {
    summary: 'Put the version of an earlier release to work again',
    description:
      'At once, and as a release of its own; a draft stays. `rollbackWorkflow` makes a draft instead.',
  })
  @ApiParam({ name: 'releaseVersion', schema: { type: 'integer', minimum: 1 } })
  @AnswersWith(ReleaseView)
  @Fails(
    ...(['invalidFields', 'invalidDefinition', 'publishingRestricted', 'actionDisabled'] as const),
    ...(['workflowArchived', 'workflowNotFound', 'releaseNotFound'] as const),
  )
  revertToRelease(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Param('releaseVersion') releaseVersion: string,
  ): Promise<ReleaseView> {
    const number = readVersionNumber('releaseVersion', releaseVersion);
    return this.releases.revertToRelease(caller, id, number);
  }

  @Post('revert-to-version')
  @HttpCode(200)
  @Operation('revertToVersion', {
    summary: 'Put an earlier version to work again',
    description: 'As `revertToRelease` does, for a version that need not have been released.',
  })
  @AnswersWith(ReleaseView)
  @Fails(
    ...(['malformedJson', 'invalidFields', 'invalidDefinition'] as const),
    ...(['publishingRestricted', 'actionDisabled'] as const),
    ...(['workflowArchived', 'workflowNotFound', 'versionNotFound'] as const),
  )
  revertToVersion(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() { workflowVersion }: RevertToVersionDto,
  ): Promise<ReleaseView> {
    return this.releases.revertToVersion(caller, id, workflowVersion);
  }
}
