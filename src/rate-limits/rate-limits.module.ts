import { Module } from '@nestjs/common';
import { RateLimiter } from './rate-limiter';
import { RequestCounts } from './request-counts';

@Module({ providers: [RequestCounts, RateLimiter], exports: [RateLimiter] })
export class RateLimitsModule {}
