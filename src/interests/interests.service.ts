import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Person } from '../auth/caller';
import { ApiError } from '../common/errors';
import { type Page, pageOf, type PageQuery } from '../common/pagination';
import { User, UserInterest } from '../database/entities';
import { InterestId, InterestSettings, InterestView } from './interest.response';

/** What a person cares for: by it templates are recommended. */
@Injectable()
export class InterestsService {
  constructor(private readonly dataSource: DataSource) {}

  /** What was named last comes first. */
  async list({ userId }: Person, query: PageQuery): Promise<Page<InterestView>> {
    const rows = await this.dataSource.manager.find(UserInterest, {
      where: { userId },
      order: { lastSeen: 'DESC', tagId: 'ASC' },
      take: query.limit + 1,
      skip: query.offset,
    });
    return pageOf(rows, query, (row) => new InterestView(row));
  }

  /** The same subject again only counts as seen again. Gives its id. */
  async add({ userId }: Person, text: string): Promise<InterestId> {
    const value = text.trim();
    const tagId = tagIdOf(value);
    await this.dataSource.manager.upsert(
      UserInterest,
      { userId, tagId, value, lastSeen: new Date() },
      ['userId', 'tagId'],
    );
    return new InterestId(tagId);
  }

  async delete({ userId }: Person, tagId: string): Promise<InterestId> {
    const { affected } = await this.dataSource.manager.delete(UserInterest, { userId, tagId });
    if (affected === 0) throw new ApiError('interestNotFound');
    return new InterestId(tagId);
  }

  async settings({ userId: id }: Person): Promise<InterestSettings> {
    const { interestsEnabled } = await this.dataSource.manager.findOneByOrFail(User, { id });
    return new InterestSettings(interestsEnabled);
  }

  async change({ userId: id }: Person, enabled: boolean): Promise<InterestSettings> {
    await this.dataSource.manager.update(User, { id }, { interestsEnabled: enabled });
    return new InterestSettings(enabled);
  }
}

function tagIdOf(value: string): string {
  const text = value.toLowerCase().normalize('NFKC');
  return `interest_${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
}
