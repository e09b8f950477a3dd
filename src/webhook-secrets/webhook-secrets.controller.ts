import { Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { AnswersWith, Fails } from '../openapi/responses';
import { WebhookSecretView } from './webhook-secret.response';
import { WebhookSecrets } from './webhook-secrets.service';

/** Outside of `/v1`, as B3OS has it. */
@ApiTags('Organizations')
@ApiParam({ name: 'orgId' })
@Controller('organizations/:orgId/webhook-secret')
export class WebhookSecretsController {
  constructor(private readonly secrets: WebhookSecrets) {}

  @Get()
  @Operation('getOrgWebhookSecret', {
    summary: 'Read the webhook secret of the organization',
    description: 'For owners. It is made when it is first asked for, and stored encrypted.',
  })
  @AnswersWith(WebhookSecretView)
  @Fails('organizationNotFound')
  async getOrgWebhookSecret(
    @CurrentCaller() caller: Caller,
    @Req() request: Request,
  ): Promise<WebhookSecretView> {
    return new WebhookSecretView(await this.secrets.get(caller), urlFor(caller, request));
  }

  @Post('rotate')
  @HttpCode(200)
  @Operation('rotateOrgWebhookSecret', {
    summary: 'Put a new webhook secret in the place of the old one',
    description: 'The old one counts no longer, from this moment on.',
  })
  @AnswersWith(WebhookSecretView)
  @Fails('organizationNotFound')
  async rotateOrgWebhookSecret(
    @CurrentCaller() caller: Caller,
    @Req() request: Request,
  ): Promise<WebhookSecretView> {
    return new WebhookSecretView(await this.secrets.rotate(caller), urlFor(caller, request));
  }
}

/** At the address by which the caller has reached the API. */
function urlFor({ organizationId }: Caller, request: Request): string {
  const host = request.get('host') ?? 'localhost';
  return `${request.protocol}://${host}/v1/orgs/${organizationId}/integrations/webhook`;
}
