import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuthSettings } from '../auth/auth-settings';
import type { Person, Repeating } from '../auth/caller';
import { hashToken } from '../auth/key-format';
import { hashPassword, isPassword } from '../auth/password';
import { ApiError } from '../common/errors';
import { OrganizationInvite, User } from '../database/entities';
import { isUniqueViolation } from '../database/unique-violation';
import { idFor, isMadeBefore } from '../idempotency/repeated-ids';
import { endOtherSessions } from '../sessions/end-other-sessions';
import { SignInLimiter } from '../sessions/sign-in-limiter';
import type { ChangePasswordDto, SignUpDto } from './user.dto';
import { UserView } from './user.response';

/** People and their passwords. Weft sends no mail, so an address is a name here and proves nothing. */
@Injectable()
export class UserService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: AuthSettings,
    private readonly limiter: SignInLimiter,
  ) {}

  /** Makes an account. An invite that comes along is the person's to answer from then on. */
  async signUp(dto: SignUpDto, ip: string | undefined, repeating: Repeating): Promise<User> {
    await this.limiter.beginSignUp(dto.email.toLowerCase(), ip);
    const id = idFor(repeating, 'usr');
    const isThere = (): Promise<boolean> => this.dataSource.manager.existsBy(User, { id });
    if (await isMadeBefore(repeating, isThere)) return this.find(id);
    const email = dto.email.toLowerCase();
    const invite = await this.inviteOf(email, dto.inviteToken);
    if (invite === undefined && this.settings.signUp === 'invited') {
      throw new ApiError('signUpClosed');
    }
    const passwordHash = await hashPassword(dto.password);
    const user = { id, email, login: email, passwordHash };
    await this.dataSource.transaction(async (manager) => {
      try {
        await manager.insert(User, user);
      } catch (error) {
        throw isUniqueViolation(error, 'users_login_key') ? new ApiError('emailTaken') : error;
      }
      if (invite === undefined) return;
      const key = { organizationId: invite.organizationId, id: invite.id };
      await manager.update(OrganizationInvite, key, { inviteeUserId: id });
    });
    return this.find(id);
  }

  async get({ userId }: Person): Promise<UserView> {
    return new UserView(await this.find(userId));
  }

  /** Ends all other sessions of the person with it. Throws 401 unless the current password is right. */
  async changePassword(
    person: Person,
    dto: ChangePasswordDto,
    ip: string | undefined,
  ): Promise<void> {
    const { userId } = person;
    await this.limiter.beginChange(userId, ip);
    const user = await this.find(userId);
    const isRight = await isPassword(dto.currentPassword, user.passwordHash);
    if (!isRight) throw new ApiError('wrongPassword');
    await this.limiter.changed(userId, ip);
    const passwordHash = await hashPassword(dto.newPassword);
    await this.dataSource.transaction(async (manager) => {
      await manager.update(User, { id: userId }, { passwordHash });
      await endOtherSessions(manager, person);
    });
  }

  private find(id: string): Promise<User> {
    return this.dataSource.manager.findOneByOrFail(User, { id });
  }

  /** An open invite to this address by its token. Throws 404 when the token is of none. */
  private async inviteOf(
    email: string,
    token: string | null | undefined,
  ): Promise<OrganizationInvite | undefined> {
    if (token === null || token === undefined) return undefined;
    const where = { tokenHash: hashToken(token), email, status: 'pending' as const };
    const invite = await this.dataSource.manager.findOneBy(OrganizationInvite, where);
    if (invite === null || invite.expiresAt <= new Date()) throw new ApiError('inviteNotFound');
    return invite;
  }
}
