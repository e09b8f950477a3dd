import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../auth/operation';
import { AnswersWith } from '../openapi/responses';
import { CuCostsView } from './cu.response';
import { Tariff } from './tariff';

@ApiTags('Compute units')
@Controller('v1/cu')
export class CuCostsController {
  constructor(private readonly tariff: Tariff) {}

  @Get('costs')
  @Operation('getCuCosts', {
    summary: 'Read what each node costs',
    description:
      'A node costs once, when it is through, however many attempts it took. Nodes that were skipped, cancelled or taken over by a retry cost nothing, and simulations cost nothing.',
  })
  @AnswersWith(CuCostsView)
  getCuCosts(): CuCostsView {
    return new CuCostsView(this.tariff.list());
  }
}
