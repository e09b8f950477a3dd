import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { BEARER, COOKIE } from '../auth/operation';
import { SESSION_COOKIE } from '../auth/request-token';
import { ERRORS } from '../common/errors';
import { completeDocument } from './complete-document';

export const API_VERSION = '1.0';

const DESCRIPTION = `Runs B3OS workflow definitions durably on Temporal.

Every answer is an envelope: \`{code: 0, message, data, requestId}\` on success, \`{code, message, details,
requestId}\` on failure, where \`code\` starts with the HTTP status. What is no HTTP
that can be read is answered so, too, with ${ERRORS.malformedHttp.code}, ${ERRORS.requestTooSlow.code} or ${ERRORS.headersTooLarge.code}. Lists take \`limit\` and \`offset\` and
answer \`hasMore\`. Send an API key as \`Authorization: Bearer b3sk_...\`, or the token of a user's session with
\`X-Org-ID\`.

An operation with \`x-weft-status: pending\` is one of B3OS that is not built yet: its answer is a 404
whose code is ${ERRORS.operationPending.code}.`;

/** Makes the OpenAPI 3.1 document out of the routes. */
export function openApiDocument(app: NestExpressApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Weft API')
    .setDescription(DESCRIPTION)
    .setVersion(API_VERSION)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'b3sk_...' }, BEARER)
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie' }, COOKIE)
    .build();
  return completeDocument(SwaggerModule.createDocument(app, config));
}

/** Serves the document at `/v1/openapi.json` and a page that shows it at `/docs`, all from this host. */
export function serveOpenApi(app: NestExpressApplication): void {
  SwaggerModule.setup('docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'v1/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Weft API',
  });
}
