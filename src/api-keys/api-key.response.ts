import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { KEY_SCOPES, type KeyScope } from '../auth/permissions';
import type { ApiKey } from '../database/entities';

/** A key as it is shown: never with what would open anything. */
export class ApiKeyView {
  @ApiProperty({ example: 'key_0Vz8Kq1c2ZsVxN4tP7mRbA' })
  id: string;

  @ApiProperty()
  organizationId: string;

  @ApiProperty()
  name: string;

  @ApiPropertyOptional()
  description?: string;

  @ApiProperty({ description: 'The first characters of the key.', example: 'b3sk_3f9c1e' })
  keyPrefix: string;

  @ApiProperty({ enum: KEY_SCOPES })
  scope: KeyScope;

  @ApiPropertyOptional({ description: 'The user that acts through it.' })
  userId?: string;

  @ApiPropertyOptional({ description: 'The service account that acts through it.' })
  serviceAccountId?: string;

  @ApiPropertyOptional({ description: 'Id of the user or service account that made it.' })
  createdBy?: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiPropertyOptional({ format: 'date-time' })
  expiresAt?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Exact to the minute.' })
  lastUsedAt?: string;

  @ApiPropertyOptional()
  lastUsedIp?: string;

  @ApiPropertyOptional()
  lastUsedUserAgent?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  revokedAt?: string;

  constructor(key: ApiKey) {
    this.id = key.id;
    this.organizationId = key.organizationId;
    this.name = key.name;
    this.description = key.description ?? undefined;
    this.keyPrefix = key.prefix;
    this.scope = key.scope;
    this.userId = key.userId ?? undefined;
    this.serviceAccountId = key.serviceAccountId ?? undefined;
    this.createdBy = key.createdBy ?? undefined;
    this.createdAt = key.createdAt.toISOString();
    this.expiresAt = key.expiresAt?.toISOString();
    this.lastUsedAt = key.lastUsedAt?.toISOString();
    this.lastUsedIp = key.lastUsedIp ?? undefined;
    this.lastUsedUserAgent = key.lastUsedUserAgent ?? undefined;
    this.revokedAt = key.revokedAt?.toISOString();
  }
}

/** A key that was made just now. */
export class NewApiKeyView extends ApiKeyView {
  @ApiProperty({ description: 'The key itself: shown now and never again.' })
  key: string;

  constructor(row: ApiKey, key: string) {
    super(row);
    this.key = key;
  }
}
