import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import { ApiRequest } from '../database/entities';
import { WaitingRows } from '../database/waiting-rows';

const FLUSH_MS = 1_000;
const KEEP_MS = 30 * 86_400_000;
const CLEAN_MS = 3_600_000;

/** A row as plain data. */
type LoggedRequest = { [Field in keyof ApiRequest]: ApiRequest[Field] };

/**
 * Requests of API keys. They are written in batches a second later, since a statement for each would cost more
 * than many of the requests; a process that is killed loses the last second.
 */
@Injectable()
export class RequestLog implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Requests');
  private readonly waiting = new WaitingRows<LoggedRequest>(
    (batch) => this.write(batch),
    (count, error) => {
      this.logger.warn(`${count} requests could not be logged yet: ${String(error)}`);
    },
  );
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(private readonly dataSource: DataSource) {}

  onModuleInit(): void {
    const flush = setInterval(() => void this.flush(), FLUSH_MS);
    const clean = setInterval(() => void this.clean(), CLEAN_MS);
    this.timers.push(flush.unref(), clean.unref());
  }

  async onApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.flush();
  }

  add(request: LoggedRequest): void {
    this.waiting.add(request);
  }

  /** Writes what is waiting. One at a time. */
  flush(): Promise<void> {
    return this.waiting.flush();
  }

  private async write(batch: readonly LoggedRequest[]): Promise<void> {
    await this.dataSource
      .createQueryBuilder()
      .insert()
      .into(ApiRequest)
      .values([...batch])
      .execute();
  }

  private async clean(): Promise<void> {
    const createdAt = LessThan(new Date(Date.now() - KEEP_MS));
    await this.dataSource.manager.delete(ApiRequest, { createdAt }).catch((error: unknown) => {
      this.logger.warn(`Old requests could not be deleted: ${String(error)}`);
    });
  }
}
