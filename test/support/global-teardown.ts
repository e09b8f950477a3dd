import type { TestServer } from './postgres';

export default async function globalTeardown(): Promise<void> {
  await (globalThis as { weftTestServer?: TestServer }).weftTestServer?.stop();
}
