import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CuAccounts } from './cu-accounts';

/** Between two looks at the organizations that have a limit. */
const LIMITED_MS = 10_000;
/** Between two looks at all of them, so that a first report has little to sum up. */
const ALL_MS = 600_000;

const LIMITED =
  'SELECT organization_id AS id FROM cu_accounts WHERE monthly_cu IS NOT NULL ORDER BY id';
const ALL = 'SELECT id FROM organizations WHERE deleted_at IS NULL ORDER BY id';

/**
 * Settles accounts, gives the allowance of a new month, and pauses what has none left. Several processes may
 * do it: one account is one's at a time, and a second look changes nothing.
 */
@Injectable()
export class CuKeeper implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Compute units');
  private readonly timers: NodeJS.Timeout[] = [];
  private round: Promise<void> = Promise.resolve();
  private readonly closing = new AbortController();

  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: CuAccounts,
  ) {}

  onModuleInit(): void {
    this.timers.push(
      setInterval(() => void this.settle(LIMITED), LIMITED_MS).unref(),
      setInterval(() => void this.settle(ALL), ALL_MS).unref(),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing.abort();
    for (const timer of this.timers) clearInterval(timer);
    await this.round;
  }

  private settle(which: string): Promise<void> {
    this.round = this.round
      .then(() => this.settleEach(which))
      .catch((error: unknown) => {
        this.logger.warn(`Accounts could not be settled: ${String(error)}`);
      });
    return this.round;
  }

  private async settleEach(which: string): Promise<void> {
    const { signal } = this.closing;
    if (isOver(signal)) return;
    for (const { id } of await this.dataSource.query<{ id: string }[]>(which)) {
      if (isOver(signal)) return;
      await this.accounts.standing(id);
    }
  }
}

/** Asked anew after each wait. */
function isOver({ aborted }: AbortSignal): boolean {
  return aborted;
}
