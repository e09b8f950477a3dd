import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Plain } from '../common/plain';
import type { Standing } from './cu-accounts';
import { type Cost, DEFAULT_COSTS } from './tariff';
import { monthOf } from './month';

export class CuBalanceView {
  @ApiProperty({ description: 'What was granted less what was used. May fall below zero.' })
  balance: number;

  @ApiProperty({ description: 'The balance at which nothing more starts.' })
  minThreshold: number;

  @ApiProperty({ description: 'Without a limit it is 9007199254740991.' })
  granted: number;

  @ApiProperty()
  used: number;

  @ApiProperty({ description: 'Whether there is no limit.' })
  unlimited: boolean;

  constructor({ balance, minThreshold, granted, used, monthlyCu }: Standing) {
    this.balance = balance;
    this.minThreshold = minThreshold;
    this.granted = granted;
    this.used = used;
    this.unlimited = monthlyCu === null;
  }
}

export class CuThresholdView {
  @ApiProperty()
  oldThreshold: number;

  @ApiProperty()
  newThreshold: number;

  constructor(before: number, after: number) {
    this.oldThreshold = before;
    this.newThreshold = after;
  }
}

export class CuAdjustView {
  @ApiProperty()
  oldBalance: number;

  @ApiProperty()
  newBalance: number;

  constructor(before: number, after: number) {
    this.oldBalance = before;
    this.newBalance = after;
  }
}

export class SubscriptionView {
  @ApiProperty()
  organizationId: string;

  @ApiProperty({ example: 'self-hosted' })
  tier: string;

  @ApiProperty({ enum: ['active'] })
  status: 'active';

  @ApiProperty({ description: 'Whether there is no limit.' })
  unlimited: boolean;

  @ApiPropertyOptional({ description: 'What each calendar month brings, in UTC.' })
  monthlyCu?: number;

  @ApiPropertyOptional({ format: 'date-time' })
  currentPeriodStart?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  currentPeriodEnd?: string;

  constructor(organizationId: string, { tier, monthlyCu }: Standing, now: Date) {
    this.organizationId = organizationId;
    this.tier = tier;
    this.status = 'active';
    this.unlimited = monthlyCu === null;
    if (monthlyCu === null) return;
    const { start, end } = monthOf(now);
    this.monthlyCu = monthlyCu;
    this.currentPeriodStart = start.toISOString();
    this.currentPeriodEnd = end.toISOString();
  }
}

class CuCost {
  @ApiProperty({ example: 'http-request' })
  type: string;

  @ApiProperty()
  cost: number;

  @ApiProperty({ enum: ['default', 'override'] })
  source: 'default' | 'override';
}

class CuCostDefaults {
  @ApiProperty()
  trigger: number;

  @ApiProperty()
  logic: number;

  @ApiProperty()
  builtIn: number;

  @ApiProperty()
  dynamic: number;
}

class CuActionCosts {
  @ApiProperty({ type: [CuCost] })
  logic: Plain<CuCost>[];

  @ApiProperty({ type: [CuCost] })
  builtIn: Plain<CuCost>[];

  @ApiProperty({ type: [CuCost] })
  dynamic: Plain<CuCost>[];
}

export class CuCostsView {
  @ApiProperty({ type: CuCostDefaults })
  defaults: Plain<CuCostDefaults>;

  @ApiProperty({ type: [CuCost] })
  triggers: Plain<CuCost>[];

  @ApiProperty({ type: CuActionCosts })
  actions: Plain<CuActionCosts>;

  constructor(costs: readonly Cost[]) {
    const of = (wanted: Cost['class']): Plain<CuCost>[] =>
      costs
        .filter((one) => one.class === wanted)
        .map(({ type, cost, isOwn }) => ({ type, cost, source: isOwn ? 'override' : 'default' }));
    this.defaults = DEFAULT_COSTS;
    this.triggers = of('trigger');
    this.actions = { logic: of('logic'), builtIn: of('builtIn'), dynamic: of('dynamic') };
  }
}
