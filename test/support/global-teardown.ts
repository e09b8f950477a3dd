import type { Embedded } from '../../src/embedded/start-embedded';
import { writeCoverage } from '../published/coverage';

/** What Jest says of a run. */
interface Run {
  testPathPatterns: { isSet(): boolean };
  testNamePattern?: string;
  onlyChanged: boolean;
  shard?: object;
}

export default async function globalTeardown(
  run: Run,
  { testMatch }: { testMatch: string[] },
): Promise<void> {
  await (globalThis as { weftTestServers?: Embedded }).weftTestServers?.stop();
  const { testPathPatterns, testNamePattern, onlyChanged, shard } = run;
  const isCut = (testNamePattern ?? '') !== '' || shard !== undefined || onlyChanged;
  const isPart = isCut || testPathPatterns.isSet();
  const isOther = !testMatch.some((pattern) => pattern.endsWith('.spec.ts'));
  if (!isOther) writeCoverage(!isPart);
}
