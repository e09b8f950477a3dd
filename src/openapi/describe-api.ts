import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AppModule, type AppParts } from '../app.module';
import { openApiDocument } from './serve-openapi';

/** The OpenAPI document without a server: nothing of the API is made but the list of its routes. */
export async function describeApi(): Promise<OpenAPIObject> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest's options are a class by accident
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with({} as AppParts), {
    preview: true,
    logger: false,
  });
  return openApiDocument(app);
}
