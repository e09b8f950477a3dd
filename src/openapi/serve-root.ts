import type { NestExpressApplication } from '@nestjs/platform-express';
import { successEnvelope } from '../common/envelope';
import { requestIdOf } from '../common/request-id';
import { API_VERSION } from './serve-openapi';

/** Tells whoever opens the address of the service where to go on. It is no operation, so no document has it. */
export function serveRoot(app: NestExpressApplication, temporalUiUrl: string | undefined): void {
  const answer = {
    name: 'Weft',
    apiVersion: API_VERSION,
    docs: '/docs',
    openApi: '/v1/openapi.json',
    health: '/health/ready',
    ...(temporalUiUrl !== undefined && { temporalUi: temporalUiUrl }),
  };
  const express = app.getHttpAdapter().getInstance();
  express.get('/', (_request, response) => {
    response.json(successEnvelope(answer, requestIdOf(response)));
  });
}
