import type { Embedded } from '../../src/embedded/start-embedded';

export default async function globalTeardown(): Promise<void> {
  await (globalThis as { weftTestServers?: Embedded }).weftTestServers?.stop();
}
