import type { StoredEvent } from './run-event-reader';

/** What people read and clients pass over. */
export function sseComment(text: string): string {
  return `: ${text}\n\n`;
}

/** Keeps proxies from closing a quiet stream. */
export const SSE_HEARTBEAT = sseComment('heartbeat');

/** One server-sent event; its id is what a client sends back as `Last-Event-ID`. */
export function sseFrame({ seq, type, data }: StoredEvent): string {
  return `id: ${seq}\nevent: ${type}\ndata: ${data}\n\n`;
}

/** The number after which a client that comes back wants to go on; 0, from the start, when it says none. */
export function lastEventId(header: string | undefined): number {
  const text = header?.trim() ?? '';
  if (!/^\d{1,9}$/.test(text)) return 0;
  return Number(text);
}
