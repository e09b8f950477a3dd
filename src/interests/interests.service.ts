import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Person } from '../auth/caller';
import { timeOrder } from '../common/cursor';
import { readPage } from '../common/cursor-page';
import { ApiError } from '../common/errors';
import type { CursorPage, CursorPageQuery } from '../common/pagination';
import { User, UserInterest } from '../database/entities';
import { InterestId, InterestSettings, InterestView } from './interest.response';

const LAST_SEEN_FIRST = timeOrder('i.lastSeen', 'i.tagId');

/** What a person cares for: by it templates are recommended. */
@Injectable()
export class InterestsService {
  constructor(private readonly dataSource: DataSource) {}

  /** What was named last comes first. */
  async list({ userId }: Person, query: CursorPageQuery): Promise<CursorPage<InterestView>> {
    const rows = this.dataSource.manager.createQueryBuilder(UserInterest, 'i').where({ userId });
    return readPage(rows, query, LAST_SEEN_FIRST, (row) => new InterestView(row));
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
