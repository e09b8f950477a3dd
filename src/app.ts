import type { LogLevel, LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import cors from 'cors';
import { AppModule, type AppParts } from './app.module';
import { AuditLog } from './audit/audit-log';
import { noteRefusal } from './audit/refusals';
import { DtoPipe } from './common/dto.pipe';
import { EnvelopeInterceptor } from './common/envelope.interceptor';
import { ApiExceptionFilter } from './common/exception.filter';
import { hostCheckMiddleware, leaveHostToMiddleware } from './common/host-check';
import { bodyLimitMiddleware, jsonBodyMiddleware, MAX_BODY_BYTES } from './common/json-body';
import { NoBodyInterceptor } from './common/no-body.interceptor';
import { requestIdMiddleware } from './common/request-id';
import { answerUnreadable } from './common/unreadable-requests';
import { urlCheckMiddleware } from './common/url-check';
import { pendingMiddleware } from './openapi/pending.middleware';
import { serveOpenApi } from './openapi/serve-openapi';
import { serveRoot } from './openapi/serve-root';

export type { AppParts } from './app.module';

export interface AppOptions extends AppParts {
  /** Bytes of a request body. */
  maxBodyBytes?: number;
  /** Proxies in front of the API, whose word on the client's address and protocol counts. */
  trustedProxies?: number;
  /** Of the embedded Temporal, for whoever opens the address of the API. */
  temporalUiUrl?: string | undefined;
  logger?: LoggerService | LogLevel[] | false;
}

/** What pages of others may read beside the answer. */
const EXPOSED = ['Retry-After', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'];

/** The whole API, ready for `listen`. CORS for what is public alone: API keys do not belong into browsers. */
export async function createApp(options: AppOptions): Promise<NestExpressApplication> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest's options are a class by accident
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(options), {
    bodyParser: false,
    logger: options.logger ?? ['error', 'warn'],
    forceCloseConnections: true,
  });
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', options.trustedProxies ?? 0);
  app.use(requestIdMiddleware);
  app.use(hostCheckMiddleware);
  // Pages of others show widgets and follow executions; no credential is read there.
  app.use('/v1/public', cors({ exposedHeaders: EXPOSED }));
  app.use(urlCheckMiddleware);
  app.use(pendingMiddleware(app));
  app.useBodyParser('raw', { type: () => true, limit: options.maxBodyBytes ?? MAX_BODY_BYTES });
  app.use(bodyLimitMiddleware);
  app.use(jsonBodyMiddleware);
  app.useGlobalPipes(new DtoPipe());
  app.useGlobalInterceptors(new EnvelopeInterceptor(), new NoBodyInterceptor());
  const audit = app.get(AuditLog, { strict: false });
  app.useGlobalFilters(
    new ApiExceptionFilter((...refused) => {
      noteRefusal(audit, ...refused);
    }),
  );
  serveOpenApi(app);
  serveRoot(app, options.temporalUiUrl);
  leaveHostToMiddleware(app.getHttpServer());
  answerUnreadable(app.getHttpServer());
  return app;
}
