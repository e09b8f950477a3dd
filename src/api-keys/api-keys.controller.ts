import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { type CursorPage, CursorPageQuery } from '../common/pagination';
import { AnswersEmpty, AnswersWith, AnswersWithCursorPageOf, Fails } from '../openapi/responses';
import { CreateApiKeyDto } from './api-key.dto';
import { ApiKeyView, NewApiKeyView } from './api-key.response';
import { ApiKeysService } from './api-keys.service';

@ApiTags('API keys')
@Controller('v1/api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Get()
  @Operation('listApiKeys', { summary: 'List API keys, the newest first' })
  @AnswersWithCursorPageOf(ApiKeyView)
  @Fails('invalidFields')
  listApiKeys(
    @CurrentCaller() caller: Caller,
    @Query() query: CursorPageQuery,
  ): Promise<CursorPage<ApiKeyView>> {
    return this.keys.list(caller, query);
  }

  @Post()
  @HttpCode(200)
  @Operation('createApiKey', {
    summary: 'Make an API key',
    description: 'The answer holds the key itself, once. It can never do more than its maker.',
  })
  @AnswersWith(NewApiKeyView)
  @Fails('malformedJson', 'invalidFields', 'permissionsExceeded', 'serviceAccountNotFound')
  createApiKey(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateApiKeyDto,
  ): Promise<NewApiKeyView> {
    return this.keys.create(caller, body);
  }

  @Get(':id')
  @Operation('getApiKey', { summary: 'Read an API key' })
  @AnswersWith(ApiKeyView)
  @Fails('apiKeyNotFound')
  getApiKey(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<ApiKeyView> {
    return this.keys.get(caller, id);
  }

  @Delete(':id')
  @Operation('revokeApiKey', {
    summary: 'Revoke an API key',
    description: 'It works no more from the next request on. Its record stays.',
  })
  @AnswersEmpty()
  @Fails('permissionsExceeded', 'apiKeyNotFound')
  revokeApiKey(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.keys.revoke(caller, id);
  }
}
