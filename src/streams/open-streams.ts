import { Injectable } from '@nestjs/common';
import { ApiError } from '../common/errors';
import { StreamSettings, type StreamTimings } from './stream-settings';

/** Who has streams open: an organization, or everybody with what it has made public. */
export interface StreamOwner {
  organizationId: string;
  isPublic: boolean;
}

/** The streams of this process, which keep a connection and a reader busy for as long as the client likes. */
@Injectable()
export class OpenStreams {
  private readonly counts = new Map<string, number>();

  constructor(private readonly settings: StreamSettings) {}

  /** Throws 429 when there are as many as there may be. What is public takes none away from the organization. */
  async hold(owner: StreamOwner, send: (timings: StreamTimings) => Promise<void>): Promise<void> {
    const key = `${owner.isPublic ? 'public' : 'own'} ${owner.organizationId}`;
    const open = this.counts.get(key) ?? 0;
    if (open >= this.settings.maxOpen) throw ApiError.later('tooManyStreams', 15);
    this.counts.set(key, open + 1);
    try {
      await send(this.settings.timings);
    } finally {
      this.release(key);
    }
  }

  private release(key: string): void {
    const left = (this.counts.get(key) ?? 1) - 1;
    if (left > 0) this.counts.set(key, left);
    else this.counts.delete(key);
  }
}
