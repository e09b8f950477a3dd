import { Injectable } from '@nestjs/common';
import type { Repeating } from '../auth/caller';
import { CuAccount } from '../database/entities';
import { keepWithWork } from '../idempotency/keep-with-work';
import { credit, CuAccounts, type HeldAccount, read, type Standing } from './cu-accounts';
import type { AdjustCuDto, SubscriptionDto } from './cu.dto';
import { CuAdjustView } from './cu.response';
import { ApiError } from '../common/errors';
import { monthOf } from './month';

/** What owners and administrators set. */
@Injectable()
export class CuPlans {
  constructor(private readonly accounts: CuAccounts) {}

  /** Gives the threshold that was. */
  async setThreshold(organizationId: string, minThreshold: number): Promise<number> {
    return this.accounts.hold(organizationId, async ({ manager, standing }) => {
      const change = { minThreshold: String(minThreshold) };
      await manager.update(CuAccount, { organizationId }, change);
      return standing.minThreshold;
    });
  }

  /** Adds or takes away once. Throws 409 when there is no limit. */
  async adjust(
    organizationId: string,
    admin: Repeating & { id: string },
    { amount, direction, reason }: AdjustCuDto,
  ): Promise<CuAdjustView> {
    return this.accounts.hold(organizationId, async ({ manager, standing }) => {
      if (standing.monthlyCu === null) throw new ApiError('cuUnlimited');
      const change =
        direction === 'credit'
          ? { kind: 'deposit' as const, amount }
          : { kind: 'adjustment' as const, amount: -amount };
      await credit(manager, organizationId, { ...change, reason, createdBy: admin.id });
      const { balance } = await read(manager, organizationId);
      return keepWithWork(admin, manager, new CuAdjustView(standing.balance, balance));
    });
  }

  /** Sets the plan. An allowance counts from the start of this month, and nothing used before counts. */
  async subscribe(
    organizationId: string,
    admin: string,
    { tier, monthlyCu }: SubscriptionDto,
  ): Promise<Standing> {
    return this.accounts.hold(organizationId, async (account) => {
      const { manager, standing } = account;
      if (monthlyCu !== undefined) await setAllowance(account, monthlyCu, admin);
      if (tier !== undefined && tier !== standing.tier) {
        await manager.update(CuAccount, { organizationId }, { tier });
      }
      return read(manager, organizationId);
    });
  }
}

async function setAllowance(
  { manager, organizationId, standing }: HeldAccount,
  monthlyCu: number | null,
  createdBy: string,
): Promise<void> {
  await manager.update(
    CuAccount,
    { organizationId },
    {
      monthlyCu: monthlyCu === null ? null : String(monthlyCu),
      periodStart: monthOf(new Date()).start,
    },
  );
  if (monthlyCu === null) return;
  let before = standing.monthlyCu;
  if (before === null) {
    // What was used while nothing was limited is made up for.
    const { balance } = await read(manager, organizationId);
    const reason = 'An allowance is set';
    const amount = -balance;
    await credit(manager, organizationId, { kind: 'adjustment', amount, reason, createdBy });
    before = 0;
  }
  const reason = 'The plan was changed';
  const amount = monthlyCu - before;
  await credit(manager, organizationId, { kind: 'grant', amount, reason, createdBy });
}
