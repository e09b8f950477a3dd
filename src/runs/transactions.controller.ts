import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { AnswersWithMapOf, Fails } from '../openapi/responses';
import { TransactionHashesDto } from './transactions.dto';
import { TransactionAttribution } from './transactions.response';
import { TransactionsService } from './transactions.service';

@ApiTags('Runs')
@Controller('v1/runs')
export class TransactionsController {
  constructor(private readonly transactions: TransactionsService) {}

  @Post('tx-attribution')
  @HttpCode(200)
  @Operation('attributeTransactions', {
    summary: 'Find the runs that sent transactions',
    description:
      'By hash; those of no run are left out. A transaction belongs to the first action whose result has it as `txHash` or `transactionHash`.',
  })
  @AnswersWithMapOf(TransactionAttribution)
  @Fails('malformedJson', 'invalidFields')
  attributeTransactions(
    @CurrentCaller() caller: Caller,
    @Body() { txHashes }: TransactionHashesDto,
  ): Promise<Record<string, TransactionAttribution>> {
    return this.transactions.attribute(caller, txHashes);
  }
}
