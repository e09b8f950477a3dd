import { Body, Controller, Get, Param, Patch, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, CurrentIdentity, type Identity } from '../auth/caller';
import { Operation } from '../auth/operation';
import { AnswersWith, Fails } from '../openapi/responses';
import {
  TransferOwnerDto,
  UpdateUiMetadataDto,
  UpdateVisibilityDto,
} from './workflow-settings.dto';
import {
  IncomingLinks,
  OwnerChanged,
  UiMetadataChanged,
  VisibilityChanged,
  WorkflowPlace,
} from './workflow-settings.response';
import { WorkflowSettingsService } from './workflow-settings.service';

@ApiTags('Workflows')
@Controller('v1/workflows/:id')
export class WorkflowSettingsController {
  constructor(private readonly settings: WorkflowSettingsService) {}

  @Put('visibility')
  @Operation('updateWorkflowVisibility', {
    summary: 'Say who sees a workflow',
    description: 'A public visibility needs the permission `workflow:publish` too.',
  })
  @AnswersWith(VisibilityChanged)
  @Fails('malformedJson', 'invalidFields', 'publishingRestricted', 'workflowNotFound')
  updateWorkflowVisibility(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: UpdateVisibilityDto,
  ): Promise<VisibilityChanged> {
    return this.settings.setVisibility(caller, id, body);
  }

  @Put('owner')
  @Operation('transferWorkflowOwner', {
    summary: 'Give a workflow to another member',
    description:
      'For its owner, for owners of the organization, and for service accounts with `member:update_role`.',
  })
  @AnswersWith(OwnerChanged)
  @Fails('malformedJson', 'invalidFields', 'notWorkflowOwner', 'workflowNotFound', 'memberNotFound')
  transferWorkflowOwner(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: TransferOwnerDto,
  ): Promise<OwnerChanged> {
    return this.settings.transfer(caller, id, body);
  }

  @Patch('ui-metadata')
  @Operation('updateWorkflowUiMetadata', {
    summary: 'Keep what an editor draws',
    description: 'In place: the version stays as it is.',
  })
  @AnswersWith(UiMetadataChanged)
  @Fails(
    'malformedJson',
    'invalidFields',
    'workflowArchived',
    'workflowNotFound',
    'versionConflict',
  )
  updateWorkflowUiMetadata(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: UpdateUiMetadataDto,
  ): Promise<UiMetadataChanged> {
    return this.settings.setUiMetadata(caller, id, body);
  }

  @Get('incoming-links')
  @Operation('listIncomingLinks', {
    summary: 'List the workflows that start this one',
    description: 'By a `trigger-workflow` node of the version shown or of the live one.',
  })
  @AnswersWith(IncomingLinks)
  @Fails('workflowNotFound')
  listIncomingLinks(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<IncomingLinks> {
    return this.settings.incomingLinks(caller, id);
  }

  @Get('resolve')
  @Operation('resolveWorkflowOrg', {
    summary: 'Find the organization of a workflow',
    description: 'A person needs no `X-Org-ID`: this is how a link finds it.',
  })
  @AnswersWith(WorkflowPlace)
  @Fails('workflowNotFound')
  resolveWorkflowOrg(
    @CurrentIdentity() identity: Identity,
    @Param('id') id: string,
  ): Promise<WorkflowPlace> {
    return this.settings.resolve(identity, id);
  }
}
