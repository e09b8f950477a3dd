import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { poolOf } from '../database/data-source';

const INTERVAL_MS = 1_000;
const BATCH = 10_000;

/** Sums up what has changed in the counts of runs. Counts are right without it, and get slow. */
@Injectable()
export class RunCountFolding implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Runs');
  private folding: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private isOver = false;

  constructor(private readonly dataSource: DataSource) {}

  onModuleInit(): void {
    this.plan();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isOver = true;
    clearTimeout(this.timer);
    await this.folding;
  }

  private plan(): void {
    if (this.isOver) return;
    this.timer = setTimeout(() => {
      this.folding = this.fold().finally(() => {
        this.plan();
      });
    }, INTERVAL_MS).unref();
  }

  private async fold(): Promise<void> {
    try {
      let folded = BATCH;
      while (folded === BATCH && !this.isOver) folded = await foldRunCounts(this.dataSource, BATCH);
    } catch (error) {
      this.logger.warn(`The counts of runs could not be summed up: ${String(error)}`);
    }
  }
}

/** Sums up at most `limit` changes, and gives how many; 0 too while another process does it. */
export async function foldRunCounts(dataSource: DataSource, limit: number): Promise<number> {
  const { rows } = await poolOf(dataSource).query<{ folded: number }>({
    name: 'weft_fold_run_counts',
    text: 'SELECT weft_fold_run_counts($1) AS folded',
    values: [limit],
  });
  return rows[0]?.folded ?? 0;
}
