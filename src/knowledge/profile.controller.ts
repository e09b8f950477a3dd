import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { AnswersWith, Fails } from '../openapi/responses';
import { UpdateProfileDto } from './profile.dto';
import { ProfileView } from './profile.response';
import { ProfileService } from './profile.service';

@ApiTags('Organizations')
@ApiParam({ name: 'orgId' })
@Controller('v1/organizations/:orgId/profile')
export class ProfileController {
  constructor(private readonly profiles: ProfileService) {}

  @Get()
  @Operation('getOrgProfile', {
    summary: 'Read what whoever writes workflows for an organization should know of it',
  })
  @AnswersWith(ProfileView)
  @Fails('organizationNotFound')
  getOrgProfile(@CurrentCaller() caller: Caller): Promise<ProfileView> {
    return this.profiles.get(caller);
  }

  @Patch()
  @Operation('updateOrgProfile', { summary: 'Change the profile of an organization' })
  @AnswersWith(ProfileView)
  @Fails('malformedJson', 'invalidFields', 'organizationNotFound')
  updateOrgProfile(
    @CurrentCaller() caller: Caller,
    @Body() body: UpdateProfileDto,
  ): Promise<ProfileView> {
    return this.profiles.update(caller, body);
  }
}
