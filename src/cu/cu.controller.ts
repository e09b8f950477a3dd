import { Body, Controller, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { type CursorPage, CursorPageQuery } from '../common/pagination';
import { AnswersWith, AnswersWithCursorPageOf, Fails } from '../openapi/responses';
import { CuAccounts } from './cu-accounts';
import { CuPlans } from './cu-plans';
import { CuUsageService } from './cu-usage';
import { CuRunView, CuUsageByWorkflowView, CuUsageView } from './cu-usage.response';
import { MonthQuery, PeriodQuery, ThresholdDto } from './cu.dto';
import { CuBalanceView, CuThresholdView, SubscriptionView } from './cu.response';

@ApiTags('Compute units')
@ApiParam({ name: 'orgId' })
@Controller('v1/organizations/:orgId')
export class CuController {
  constructor(
    private readonly accounts: CuAccounts,
    private readonly plans: CuPlans,
    private readonly usage: CuUsageService,
  ) {}

  @Get('cu')
  @Operation('getCuBalance', {
    summary: 'Read what is left',
    description:
      '`balance` is always what was granted less the cost of all events of all runs, as of now.',
  })
  @AnswersWith(CuBalanceView)
  @Fails('organizationNotFound')
  async getCuBalance(@CurrentCaller() { organizationId }: Caller): Promise<CuBalanceView> {
    return new CuBalanceView(await this.accounts.standing(organizationId));
  }

  @Put('cu/threshold')
  @HttpCode(200)
  @Operation('updateCuThreshold', {
    summary: 'Set the balance at which nothing more starts',
    description: 'Takes effect at once. It has none on an organization without a limit.',
  })
  @AnswersWith(CuThresholdView)
  @Fails('malformedJson', 'invalidFields', 'organizationNotFound')
  async updateCuThreshold(
    @CurrentCaller() { organizationId }: Caller,
    @Body() { minThreshold }: ThresholdDto,
  ): Promise<CuThresholdView> {
    const before = await this.plans.setThreshold(organizationId, minThreshold);
    return new CuThresholdView(before, minThreshold);
  }

  @Get('cu/runs')
  @Operation('listCuRuns', { summary: 'List runs with what they cost, the newest first' })
  @AnswersWithCursorPageOf(CuRunView)
  @Fails('invalidFields', 'organizationNotFound')
  listCuRuns(
    @CurrentCaller() caller: Caller,
    @Query() query: CursorPageQuery,
  ): Promise<CursorPage<CuRunView>> {
    return this.usage.runs(caller, query);
  }

  @Get('cu/usage')
  @Operation('getCuUsage', {
    summary: 'Read the usage of a month by day and node type',
    description: 'An event counts on the day it happened, in UTC, also when its run began earlier.',
  })
  @AnswersWith(CuUsageView)
  @Fails('invalidFields', 'organizationNotFound')
  getCuUsage(
    @CurrentCaller() caller: Caller,
    @Query() { yearMonth }: MonthQuery,
  ): Promise<CuUsageView> {
    return this.usage.month(caller, yearMonth);
  }

  @Get('cu/usage-by-workflow')
  @Operation('getCuUsageByWorkflow', {
    summary: 'Read the usage of a period by workflow',
    description:
      'Counts the runs that were started in it, with all that they have cost so far. At most 365 days, and the 1,000 workflows that cost most.',
  })
  @AnswersWith(CuUsageByWorkflowView)
  @Fails('invalidFields', 'organizationNotFound')
  getCuUsageByWorkflow(
    @CurrentCaller() caller: Caller,
    @Query() query: PeriodQuery,
  ): Promise<CuUsageByWorkflowView> {
    return this.usage.byWorkflow(caller, query);
  }

  @Get('subscription')
  @Operation('getSubscription', {
    summary: 'Read the plan of the organization',
    description: 'Administrators of the installation set it; nothing is paid here.',
  })
  @AnswersWith(SubscriptionView)
  @Fails('organizationNotFound')
  async getSubscription(@CurrentCaller() { organizationId }: Caller): Promise<SubscriptionView> {
    const standing = await this.accounts.standing(organizationId);
    return new SubscriptionView(organizationId, standing, new Date());
  }
}
