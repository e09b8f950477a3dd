import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CurrentIdentity,
  CurrentRepeating,
  idOf,
  type Identity,
  type Repeating,
} from '../auth/caller';
import { Operation } from '../auth/operation';
import { AnswersWith, Fails } from '../openapi/responses';
import { CuPlans } from './cu-plans';
import { AdjustCuDto, SubscriptionDto } from './cu.dto';
import { CuAdjustView, SubscriptionView } from './cu.response';

@ApiTags('Administration')
@Controller('v1/admin/organizations/:orgId')
export class CuAdminController {
  constructor(private readonly plans: CuPlans) {}

  @Put('subscription')
  @HttpCode(200)
  @Operation('adminUpdateSubscription', {
    summary: 'Set the plan of an organization',
    description:
      'With `monthlyCu` the organization has a limit from now on: what it used before does not count, and each calendar month brings that much anew. A change of it takes effect at once.',
  })
  @AnswersWith(SubscriptionView)
  @Fails('malformedJson', 'invalidFields', 'organizationNotFound')
  async adminUpdateSubscription(
    @CurrentIdentity() identity: Identity,
    @Param('orgId') organizationId: string,
    @Body() body: SubscriptionDto,
  ): Promise<SubscriptionView> {
    const standing = await this.plans.subscribe(organizationId, idOf(identity), body);
    return new SubscriptionView(organizationId, standing, new Date());
  }

  @Post('cu/adjust')
  @HttpCode(200)
  @Operation('adminAdjustCu', {
    summary: 'Give or take compute units once',
    description: 'What is given stays beyond the month, until it is used.',
  })
  @AnswersWith(CuAdjustView)
  @Fails('malformedJson', 'invalidFields', 'organizationNotFound', 'cuUnlimited')
  adminAdjustCu(
    @CurrentIdentity() identity: Identity,
    @CurrentRepeating() repeating: Repeating,
    @Param('orgId') organizationId: string,
    @Body() body: AdjustCuDto,
  ): Promise<CuAdjustView> {
    const admin = { ...repeating, id: idOf(identity) };
    return this.plans.adjust(organizationId, admin, body);
  }
}
