import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { type CursorPage, CursorPageQuery } from '../common/pagination';
import { AnswersEmpty, AnswersWith, AnswersWithCursorPageOf, Fails } from '../openapi/responses';
import { ServiceAccountDto } from './service-account.dto';
import { ServiceAccountView } from './service-account.response';
import { ServiceAccountsService } from './service-accounts.service';

@ApiTags('Service accounts')
@Controller('v1/service-accounts')
export class ServiceAccountsController {
  constructor(private readonly accounts: ServiceAccountsService) {}

  @Get()
  @Operation('listServiceAccounts', { summary: 'List service accounts, the newest first' })
  @AnswersWithCursorPageOf(ServiceAccountView)
  @Fails('invalidFields')
  listServiceAccounts(
    @CurrentCaller() caller: Caller,
    @Query() query: CursorPageQuery,
  ): Promise<CursorPage<ServiceAccountView>> {
    return this.accounts.list(caller, query);
  }

  @Post()
  @HttpCode(200)
  @Operation('createServiceAccount', {
    summary: 'Make a service account',
    description:
      'It acts through API keys that are made for it, and never does more than its maker.',
  })
  @AnswersWith(ServiceAccountView)
  @Fails('malformedJson', 'invalidFields', 'permissionsExceeded', 'nameTaken')
  createServiceAccount(
    @CurrentCaller() caller: Caller,
    @Body() body: ServiceAccountDto,
  ): Promise<ServiceAccountView> {
    return this.accounts.create(caller, body);
  }

  @Get(':id')
  @Operation('getServiceAccount', { summary: 'Read a service account' })
  @AnswersWith(ServiceAccountView)
  @Fails('serviceAccountNotFound')
  getServiceAccount(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<ServiceAccountView> {
    return this.accounts.get(caller, id);
  }

  @Patch(':id')
  @Operation('updateServiceAccount', { summary: 'Change a service account' })
  @AnswersWith(ServiceAccountView)
  @Fails(
    ...(['malformedJson', 'invalidFields', 'permissionsExceeded'] as const),
    ...(['serviceAccountNotFound', 'nameTaken'] as const),
  )
  updateServiceAccount(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: ServiceAccountDto,
  ): Promise<ServiceAccountView> {
    return this.accounts.update(caller, id, body);
  }

  @Delete(':id')
  @Operation('deleteServiceAccount', { summary: 'Delete a service account and revoke its keys' })
  @AnswersEmpty()
  @Fails('permissionsExceeded', 'serviceAccountNotFound')
  deleteServiceAccount(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.accounts.delete(caller, id);
  }

  @Post(':id/enable')
  @HttpCode(200)
  @Operation('enableServiceAccount', { summary: 'Let a service account in again' })
  @AnswersWith(ServiceAccountView)
  @Fails('permissionsExceeded', 'serviceAccountNotFound')
  enableServiceAccount(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<ServiceAccountView> {
    return this.accounts.setStatus(caller, id, 'active');
  }

  @Post(':id/disable')
  @HttpCode(200)
  @Operation('disableServiceAccount', {
    summary: 'Keep a service account out',
    description: 'Its keys stop to work from the next request on, until it is enabled.',
  })
  @AnswersWith(ServiceAccountView)
  @Fails('permissionsExceeded', 'serviceAccountNotFound')
  disableServiceAccount(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<ServiceAccountView> {
    return this.accounts.setStatus(caller, id, 'disabled');
  }
}
