import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import {
  type Caller,
  CurrentCaller,
  CurrentIdentity,
  CurrentPerson,
  type Identity,
  type Person,
} from '../auth/caller';
import { Operation } from '../auth/operation';
import { type CursorPage, CursorPageQuery } from '../common/pagination';
import { AnswersEmpty, AnswersWith, AnswersWithCursorPageOf, Fails } from '../openapi/responses';
import { CreateOrganizationDto, UpdateOrganizationDto } from './organization.dto';
import { OrganizationView, PublicOrganizationView } from './organization.response';
import { OrganizationsService } from './organizations.service';

@ApiTags('Organizations')
@Controller('v1/organizations')
export class OrganizationsController {
  constructor(private readonly organizations: OrganizationsService) {}

  @Get()
  @Operation('listOrganizations', {
    summary: 'List the organizations of a user, or the one of an API key',
  })
  @AnswersWithCursorPageOf(OrganizationView)
  @Fails('invalidFields')
  listOrganizations(
    @CurrentIdentity() identity: Identity,
    @Query() query: CursorPageQuery,
  ): Promise<CursorPage<OrganizationView>> {
    return this.organizations.list(identity, query);
  }

  @Post()
  @HttpCode(200)
  @Operation('createOrganization', { summary: 'Make an organization and own it' })
  @AnswersWith(OrganizationView)
  @Fails('malformedJson', 'invalidFields', 'slugTaken')
  createOrganization(
    @CurrentPerson() person: Person,
    @Body() body: CreateOrganizationDto,
  ): Promise<OrganizationView> {
    return this.organizations.create(person, body);
  }

  @Get(':orgId')
  @ApiParam({ name: 'orgId' })
  @Operation('getOrganization', { summary: 'Read an organization' })
  @AnswersWith(OrganizationView)
  @Fails('organizationNotFound')
  getOrganization(@CurrentCaller() caller: Caller): Promise<OrganizationView> {
    return this.organizations.get(caller);
  }

  @Patch(':orgId')
  @ApiParam({ name: 'orgId' })
  @Operation('updateOrganization', { summary: 'Change an organization' })
  @AnswersWith(OrganizationView)
  @Fails('malformedJson', 'invalidFields', 'organizationNotFound', 'slugTaken')
  updateOrganization(
    @CurrentCaller() caller: Caller,
    @Body() body: UpdateOrganizationDto,
  ): Promise<OrganizationView> {
    return this.organizations.update(caller, body);
  }

  @Delete(':orgId')
  @ApiParam({ name: 'orgId' })
  @Operation('deleteOrganization', {
    summary: 'Delete an organization',
    description:
      'Its keys are revoked and its workflows archived. Refused while runs are under way. What happened stays in the database.',
  })
  @AnswersEmpty()
  @Fails('organizationNotFound', 'organizationBusy')
  deleteOrganization(@CurrentCaller() caller: Caller): Promise<void> {
    return this.organizations.delete(caller);
  }

  @Get(':orgId/public')
  @Operation('getPublicOrganization', { summary: 'Read what everybody may see of an organization' })
  @AnswersWith(PublicOrganizationView)
  @Fails('organizationNotFound')
  getPublicOrganization(@Param('orgId') id: string): Promise<PublicOrganizationView> {
    return this.organizations.getPublic(id);
  }
}
