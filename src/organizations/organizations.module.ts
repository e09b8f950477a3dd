import { Module } from '@nestjs/common';
import { MembersController } from './members.controller';
import { MembersService } from './members.service';
import { MyInvitesController } from './my-invites.controller';
import { MyInvitesService } from './my-invites.service';
import { OrgInvitesController } from './org-invites.controller';
import { OrgInvitesService } from './org-invites.service';
import { OrganizationsController } from './organizations.controller';
import { OrganizationsService } from './organizations.service';

@Module({
  controllers: [
    OrganizationsController,
    MembersController,
    OrgInvitesController,
    MyInvitesController,
  ],
  providers: [OrganizationsService, MembersService, OrgInvitesService, MyInvitesService],
})
export class OrganizationsModule {}
