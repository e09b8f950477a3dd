import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { DataSource } from 'typeorm';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import type { SortKey } from '../common/cursor';
import { readPage } from '../common/cursor-page';
import { type CursorPage, CursorPageQuery } from '../common/pagination';
import { ApiRequest } from '../database/entities';
import { AnswersWithCursorPageOf, Fails } from '../openapi/responses';
import { RequestLog } from './request-log';

const NEWEST_FIRST: readonly SortKey[] = [
  { expression: 'request.id', direction: 'DESC', type: 'text' },
];

class RequestLogQuery extends CursorPageQuery {
  @ApiPropertyOptional({ description: 'Only requests of keys of this service account.' })
  @IsOptional()
  @IsString({ message: 'serviceAccountId must be given once' })
  @MaxLength(100)
  serviceAccountId?: string;

  @ApiPropertyOptional({ description: 'Only requests of this key.' })
  @IsOptional()
  @IsString({ message: 'apiKeyId must be given once' })
  @MaxLength(100)
  apiKeyId?: string;
}

class ApiRequestView {
  @ApiProperty()
  id: string;

  @ApiProperty()
  organizationId: string;

  @ApiProperty()
  apiKeyId: string;

  @ApiProperty({ enum: ['user', 'service_account'] })
  principalType: string;

  @ApiProperty()
  principalId: string;

  @ApiPropertyOptional()
  userId?: string;

  @ApiPropertyOptional()
  serviceAccountId?: string;

  @ApiProperty()
  requestId: string;

  @ApiProperty({ example: 'GET' })
  method: string;

  @ApiProperty({ description: 'Without the query.', example: '/v1/workflows/wf_1' })
  path: string;

  @ApiProperty({ example: '/v1/workflows/:id' })
  routePattern: string;

  @ApiProperty({ type: 'integer' })
  statusCode: number;

  @ApiProperty({ type: 'integer' })
  durationMs: number;

  @ApiPropertyOptional()
  clientIp?: string;

  @ApiPropertyOptional()
  userAgent?: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  constructor(row: ApiRequest) {
    const { principalType, principalId, clientIp, userAgent, createdAt, ...rest } = row;
    Object.assign(this, rest, { principalType, principalId });
    if (principalType === 'user') this.userId = principalId;
    else this.serviceAccountId = principalId;
    this.clientIp = clientIp ?? undefined;
    this.userAgent = userAgent ?? undefined;
    this.createdAt = createdAt.toISOString();
  }
}

@ApiTags('API keys')
@Controller('v1/api-keys/requests')
export class RequestLogController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: RequestLog,
  ) {}

  @Get()
  @Operation('listApiRequestAudits', {
    summary: 'List what API keys have asked, the newest first',
    description:
      'Kept for 30 days. A request is listed a second after it was answered, at the latest.',
  })
  @AnswersWithCursorPageOf(ApiRequestView)
  @Fails('invalidFields')
  async listApiRequestAudits(
    @CurrentCaller() { organizationId }: Caller,
    @Query() query: RequestLogQuery,
  ): Promise<CursorPage<ApiRequestView>> {
    await this.log.flush();
    const { serviceAccountId, apiKeyId } = query;
    const ofAccount = { principalType: 'service_account' as const, principalId: serviceAccountId };
    const rows = this.dataSource.manager.createQueryBuilder(ApiRequest, 'request').where({
      organizationId,
      ...(serviceAccountId !== undefined && ofAccount),
      ...(apiKeyId !== undefined && { apiKeyId }),
    });
    return readPage(rows, query, NEWEST_FIRST, (row) => new ApiRequestView(row));
  }
}
