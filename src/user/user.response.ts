import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { User } from '../database/entities';

export class UserView {
  @ApiProperty({ example: 'usr_0Vz8Kq1c2ZsVxN4tP7mRbA' })
  id: string;

  @ApiPropertyOptional({ format: 'email' })
  email?: string;

  @ApiProperty({ description: 'Whether an OIDC issuer vouches for the address.' })
  emailVerified: boolean;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  constructor(user: User) {
    this.id = user.id;
    this.email = user.email ?? undefined;
    this.emailVerified = user.emailVerified;
    this.createdAt = user.createdAt.toISOString();
  }
}
