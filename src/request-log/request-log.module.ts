import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { RequestLog } from './request-log';
import { RequestLogController } from './request-log.controller';
import { RequestLogMiddleware } from './request-log.middleware';

@Module({ controllers: [RequestLogController], providers: [RequestLog] })
export class RequestLogModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(RequestLogMiddleware).forRoutes('{*path}');
  }
}
