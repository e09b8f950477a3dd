import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ApiError } from '../common/errors';
import { CuAccount, CuEntry, Organization } from '../database/entities';
import type { CuEntryKind } from '../database/entities/cu-entry.entity';
import { newId } from '../database/ids';
import { pauseForWantOfCu, resumeWithCu } from './cu-pauses';
import { monthOf } from './month';

/** How an organization stands, in compute units. */
export interface Standing {
  tier: string;
  /** What each month brings; null: there is no limit. */
  monthlyCu: number | null;
  periodStart: Date | null;
  minThreshold: number;
  /** What it was given altogether. */
  granted: number;
  /** The cost of all its events. */
  used: number;
  /** Always `granted - used`. */
  balance: number;
}

/** What an organization without a limit was given: B3OS has no word for that, so the most a number can say. */
const NO_LIMIT = Number.MAX_SAFE_INTEGER;

const STANDING = `
  SELECT tier, monthly_cu::float8 AS "monthlyCu", period_start AS "periodStart",
    min_threshold::float8 AS "minThreshold", credited::float8 AS credited,
    (settled_cu + weft_cu_since(organization_id, settled_xid))::float8 AS used
  FROM cu_accounts WHERE organization_id = $1`;

const CREDIT = 'UPDATE cu_accounts SET credited = credited + $2 WHERE organization_id = $1';

type Row = Omit<Standing, 'balance' | 'granted'> & { credited: number };

/** An account that is held until its transaction ends. */
export interface HeldAccount {
  manager: EntityManager;
  organizationId: string;
  standing: Standing;
}

/** What organizations have and use. */
@Injectable()
export class CuAccounts {
  constructor(private readonly dataSource: DataSource) {}

  /** As of now: settled, and with what the month brings. */
  async standing(organizationId: string): Promise<Standing> {
    return this.hold(organizationId, ({ standing }) => Promise.resolve(standing));
  }

  /** Changes an account; what it pauses and what it lets go on follows at once. Throws 404. */
  async hold<T>(organizationId: string, work: (account: HeldAccount) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      if (!(await manager.existsBy(Organization, { id: organizationId }))) {
        throw new ApiError('organizationNotFound');
      }
      await manager.query('SELECT weft_cu_settle($1)', [organizationId]);
      await renew(manager, organizationId, await read(manager, organizationId));
      const standing = await read(manager, organizationId);
      const result = await work({ manager, organizationId, standing });
      const after = await read(manager, organizationId);
      if (isExhausted(after)) await pauseForWantOfCu(manager, organizationId);
      else if (isLimited(standing) || isLimited(after)) await resumeWithCu(manager, organizationId);
      return result;
    });
  }

  /** Looks again before a start is refused: a month may have begun. */
  async mayStart(organizationId: string): Promise<boolean> {
    return !isExhausted(await this.standing(organizationId));
  }
}

function isLimited({ monthlyCu }: Standing): boolean {
  return monthlyCu !== null;
}

function isExhausted(standing: Standing): boolean {
  return isLimited(standing) && standing.balance <= standing.minThreshold;
}

/** Writes an entry of a held account. */
export async function credit(
  manager: EntityManager,
  organizationId: string,
  entry: { kind: CuEntryKind; amount: number; reason: string; createdBy: string | null },
): Promise<void> {
  const amount = String(entry.amount);
  await manager.insert(CuEntry, { ...entry, organizationId, amount, id: newId('cue') });
  await manager.query(CREDIT, [organizationId, amount]);
}

export async function read(manager: EntityManager, organizationId: string): Promise<Standing> {
  const [row] = await manager.query<Row[]>(STANDING, [organizationId]);
  if (row === undefined) throw new Error(`${organizationId} has no account.`);
  const { credited, ...rest } = row;
  const granted = row.monthlyCu === null ? NO_LIMIT : credited;
  return { ...rest, granted, balance: granted - row.used };
}

/** Once a month: what is left of the last allowance goes, what was deposited stays, and the new one comes. */
async function renew(
  manager: EntityManager,
  organizationId: string,
  { monthlyCu, periodStart, balance }: Standing,
): Promise<void> {
  const { start } = monthOf(new Date());
  if (monthlyCu === null || (periodStart !== null && periodStart >= start)) return;
  const left = Math.max(0, Math.min(balance, monthlyCu));
  if (left > 0) {
    const reason = 'What was left of the month before';
    const entry = { kind: 'adjustment' as const, amount: -left, reason, createdBy: null };
    await credit(manager, organizationId, entry);
  }
  const reason = 'Allowance of the month';
  const entry = { kind: 'grant' as const, amount: monthlyCu, reason, createdBy: null };
  await credit(manager, organizationId, entry);
  await manager.update(CuAccount, { organizationId }, { periodStart: start });
}
