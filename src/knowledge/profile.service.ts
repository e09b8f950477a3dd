import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { OrganizationProfile } from '../database/entities';
import type { UpdateProfileDto } from './profile.dto';
import { ProfileView } from './profile.response';

@Injectable()
export class ProfileService {
  constructor(private readonly dataSource: DataSource) {}

  async get({ organizationId }: Caller): Promise<ProfileView> {
    const { manager } = this.dataSource;
    const profile = await manager.findOneBy(OrganizationProfile, { organizationId });
    return new ProfileView(organizationId, profile);
  }

  /** One statement, so that changes that arrive together don't undo each other. */
  async update(caller: Caller, dto: UpdateProfileDto): Promise<ProfileView> {
    const { organizationId, principal } = caller;
    const { about, instructions, language, timezone } = dto;
    const sent = Object.fromEntries(
      Object.entries({ about, instructions, language, timezone }).filter(
        ([, value]) => value !== undefined,
      ),
    );
    const row = { ...sent, organizationId, updatedBy: principal.id, updatedAt: new Date() };
    await this.dataSource.manager.upsert(OrganizationProfile, row, ['organizationId']);
    return this.get(caller);
  }
}
