import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Open } from '../auth/access';
import { ApiError } from '../common/errors';
import { AnswersWith, Fails } from '../openapi/responses';
import { HealthService } from './health.service';

class Health {
  @ApiProperty({ enum: ['ok'] })
  readonly status = 'ok';
}

@ApiTags('Health')
@Open()
@Controller('health')
export class HealthController {
  constructor(private readonly service: HealthService) {}

  @Get('live')
  @ApiOperation({ operationId: 'healthLive', summary: 'Whether the process answers' })
  @AnswersWith(Health)
  live(): Health {
    return new Health();
  }

  @Get('ready')
  @ApiOperation({ operationId: 'healthReady', summary: 'Whether runs can be taken now' })
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
