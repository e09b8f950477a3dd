import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { RateLimitGuard } from './rate-limit.guard';
import { RequestCounts } from './request-counts';

@Module({ providers: [RequestCounts, { provide: APP_GUARD, useClass: RateLimitGuard }] })
export class RateLimitsModule {}
