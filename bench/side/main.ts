import { startHandWritten } from './hand-written';
import type { Side, SideName, SideSettings } from './side';
import { countStatements } from './statement-counter';
import { startWeft } from './weft';

interface Request {
  id: number;
  method: string;
  args: unknown[];
}

type Method = (...args: unknown[]) => Promise<unknown>;

/** A side in a process of its own, which does what its parent asks for. */
async function main(name: SideName, settings: SideSettings): Promise<void> {
  const side = await start(name, settings);
  const methods = side as unknown as Record<string, Method>;
  process.on('message', ({ id, method, args }: Request) => {
    const work = Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (!work) return;
    work(...args).then(
      (result) => process.send?.({ id, result }),
      (error: unknown) => process.send?.({ id, error: describe(error) }),
    );
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ id: 0 });
}

function start(name: SideName, settings: SideSettings): Promise<Side> {
  const counts = countStatements();
  if (name === 'weft') return startWeft(settings, counts);
  return startHandWritten(settings, name === 'record', counts);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const [name, settings] = process.argv.slice(2);
main(name as SideName, JSON.parse(settings ?? '{}') as SideSettings).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
