import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RunEngine } from '../runs/run-engine';

/** How long a part may take to answer. */
const PATIENCE_MS = 2_000;

@Injectable()
export class HealthService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly engine: RunEngine,
  ) {}

  /** Parts that do not answer: `database`, `temporal`. */
  async missing(): Promise<string[]> {
    const [database, temporal] = await Promise.all([
      answers(this.dataSource.query('SELECT 1').then(() => true)),
      answers(this.engine.ready()),
    ]);
    return [...(database ? [] : ['database']), ...(temporal ? [] : ['temporal'])];
  }
}

async function answers(check: Promise<boolean>): Promise<boolean> {
  const over = new AbortController();
  const late = pause(PATIENCE_MS, false, { signal: over.signal, ref: false });
  try {
    return await Promise.race([check.catch(() => false), late]);
  } finally {
    over.abort();
    late.catch(() => false);
  }
}
