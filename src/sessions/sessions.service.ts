import { Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import { AuthSettings } from '../auth/auth-settings';
import type { Person } from '../auth/caller';
import { generateToken, hashToken } from '../auth/key-format';
import { isPassword } from '../auth/password';
import { ApiError } from '../common/errors';
import { User, UserSession } from '../database/entities';
import { newId } from '../database/ids';
import type { SignInDto } from './session.dto';
import { NewSessionView } from './session.response';
import { SignInLimiter } from './sign-in-limiter';

/** Sessions of people with a password. Their token is random and kept as a hash, so that signing out ends it. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: AuthSettings,
    private readonly limiter: SignInLimiter,
  ) {}

  async signIn({ email, password }: SignInDto, ip: string | undefined): Promise<NewSessionView> {
    const login = email.toLowerCase();
    await this.limiter.begin(login, ip);
    const user = await this.dataSource.manager.findOneBy(User, { login });
    const isRight = await isPassword(password, user?.passwordHash ?? null);
    if (user === null || !isRight) throw new ApiError('wrongPassword');
    await this.limiter.succeeded(login, ip);
    return this.start(user);
  }

  /** Begins a session of somebody who has just shown who they are. */
  async start(user: User, now = new Date()): Promise<NewSessionView> {
    const token = generateToken('b3st_');
    const expiresAt = new Date(now.getTime() + this.settings.sessionMs);
    const { manager } = this.dataSource;
    await manager.delete(UserSession, { userId: user.id, expiresAt: LessThan(now) });
    const row = { id: newId('ses'), userId: user.id, hash: hashToken(token), expiresAt };
    await manager.insert(UserSession, row);
    return new NewSessionView(token, expiresAt, user);
  }

  /** What an OIDC issuer has begun is ended there. */
  async signOut({ credential }: Person): Promise<void> {
    if (credential.type !== 'session') return;
    await this.dataSource.manager.delete(UserSession, { id: credential.id });
  }
}
