import { Injectable } from '@nestjs/common';
import { DataSource, MoreThan } from 'typeorm';
import { ApiError } from '../common/errors';
import { UserSession } from '../database/entities';
import type { Person } from './caller';
import { hashToken, isWellFormedToken } from './key-format';

@Injectable()
export class SessionAuthenticator {
  constructor(private readonly dataSource: DataSource) {}

  async authenticate(token: string, now = new Date()): Promise<Person> {
    if (!isWellFormedToken('b3st_', token)) throw new ApiError('invalidSession');
    const where = { hash: hashToken(token), expiresAt: MoreThan(now) };
    const session = await this.dataSource.manager.findOneBy(UserSession, where);
    if (session === null) throw new ApiError('invalidSession');
    return { userId: session.userId, credential: { type: 'session', id: session.id } };
  }
}
