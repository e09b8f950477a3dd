import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEnvironment } from './environment';
import { renderTable, type Row } from './report';
import { SCENARIOS } from './scenarios';
import { interleave } from './scenarios/rounds';

const RESULTS = join(process.cwd(), 'reports', 'bench.json');

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string', default: '10' }, profile: { type: 'string' } },
  });
  const unknown = positionals.filter((name) => !SCENARIOS.some((one) => one.name === name));
  if (unknown.length > 0) {
    const names = SCENARIOS.map(({ name }) => name).join(', ');
    throw new Error(`There is no ${unknown.join(', ')}. Choose from: ${names}.`);
  }
  const chosen = SCENARIOS.filter(
    ({ name }) => positionals.length === 0 || positionals.includes(name),
  );
  const rounds = Number(values.rounds);
  const environment = await startEnvironment(say, values.profile);
  const stop = (): void => void environment.stop().finally(() => process.exit(1));
  process.once('SIGINT', stop);
  const began = performance.now();
  const conditions = {
    date: new Date().toISOString(),
    node: process.version,
    machine: `${platform()} ${arch()}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`,
    rounds,
    loadBefore: load(),
  };
  say(JSON.stringify(conditions));
  const rows: Row[] = [];
  try {
    const warmUp = { kind: 'sequential', steps: 10 } as const;
    await interleave(environment.sides, 1, (side) => side.run(warmUp, { runs: 20, clients: 4 }));
    for (const scenario of chosen) {
      const before = performance.now();
      const found = await scenario.run(environment, { rounds });
      rows.push(...found);
      const seconds = ((performance.now() - before) / 1000).toFixed(0);
      say(`\n${renderTable(found)}\n${scenario.name}: ${seconds} s, load ${load()}`);
    }
  } finally {
    process.off('SIGINT', stop);
    await environment.stop();
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  say(
    `\n${renderTable(rows)}\n\n${seconds} s, load ${conditions.loadBefore} before, ${load()} after`,
  );
  mkdirSync(join(process.cwd(), 'reports'), { recursive: true });
  const result = { ...conditions, loadAfter: load(), seconds, rows };
  writeFileSync(RESULTS, `${JSON.stringify(result, undefined, 2)}\n`);
  say(`Written to ${RESULTS}`);
  // What has no explanation by a profile: a list is quick, or it is not done.
  if (
    rows.some(
      ({ scenario, verdict }) => scenario === 'lists' && verdict !== undefined && verdict !== 'met',
    )
  ) {
    process.exitCode = 1;
  }
}

function load(): string {
  return (loadavg()[0] ?? 0).toFixed(2);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
