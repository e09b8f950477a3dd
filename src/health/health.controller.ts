import { Controller, Get } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Operation } from '../auth/operation';
import { ApiError } from '../common/errors';
import { AnswersWith, Fails } from '../openapi/responses';
import { HealthService } from './health.service';

class Health {
  @ApiProperty({ enum: ['ok'] })
  readonly status = 'ok';
}

@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(private readonly service: HealthService) {}

  @Get('live')
  @Operation('healthLive', { summary: 'Whether the process answers' })
  @AnswersWith(Health)
  live(): Health {
    return new Health();
  }

  @Get('ready')
  @Operation('healthReady', { summary: 'Whether runs can be taken now' })
  @AnswersWith(Health)
  @Fails('unavailable')
  async ready(): Promise<Health> {
    const missing = await this.service.missing();
    if (missing.length > 0) {
      throw new ApiError('unavailable', `Not reachable: ${missing.join(', ')}.`, missing);
    }
    return new Health();
  }
}
