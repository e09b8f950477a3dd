import { ApiProperty } from '@nestjs/swagger';
import type { User } from '../database/entities';
import { UserView } from '../user/user.response';

/** A session that began just now. */
export class NewSessionView {
  @ApiProperty({
    description: 'The bearer token: shown now and never again. Browsers get it as a cookie, too.',
    example: 'b3st_...',
  })
  token: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({ type: UserView })
  user: UserView;

  constructor(token: string, expiresAt: Date, user: User) {
    this.token = token;
    this.expiresAt = expiresAt.toISOString();
    this.user = new UserView(user);
  }
}
