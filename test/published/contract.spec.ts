import { publishedOperations, readDocument } from './published-document';
import { unusedDeviations } from './deviations';
import { ENTRIES } from './contract/entries';
import { type Entry, sought } from './contract/entry';
import type { Exchange } from './contract/exchanges';
import { noteContract } from './contract/notes';
import { rememberExample, writeExamples } from './contract/write-examples';
import { World } from './contract/world';

const BUILT = publishedOperations(readDocument()).filter(({ pending }) => !pending);
const METHODS = new Map(BUILT.map(({ id, method }) => [id, method]));

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(async () => {
  await world.stop();
  writeExamples();
});

describe('the entries', () => {
  it('are one for each operation that is built: a new one gets its entry in test/published/contract', () => {
    expect(ENTRIES.map(({ id }) => id).sort()).toEqual([...METHODS.keys()].sort());
  });

  it('read back what was written, or say why there is nothing to read', () => {
    const silent = ENTRIES.filter(({ id, readBack, writesNothing }) => {
      const writes = METHODS.get(id) !== 'GET';
      return writes === (readBack === undefined && writesNothing === undefined);
    });
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});

describe.each([...new Set(ENTRIES.map(({ area }) => area))])('%s', (area) => {
  const entries = ENTRIES.filter((entry) => entry.area === area);

  it.each(entries.map((entry) => [entry.id, entry] as const))('%s', async (id, entry) => {
    const { answers, keep, readBack } = entry;
    await entry.given?.(world);
    const called = await world.during(() => entry.call(world));
    expect(called).toMatchObject({ operation: id, status: 200 });
    if (answers) expect(shown(called)).toMatchObject(sought(answers, world));
    rememberExample(area, called);
    keep?.(world, called.body as never);
    const found = readBack && (await look(id, readBack));
    noteContract({ id, area, status: called.status, readBack: found?.operation });
  });
});

describe('the deviations from B3OS', () => {
  it('are all there: one that no answer has is taken out of deviations.ts', async () => {
    await world.owner.POST('/v1/workflows', {
      body: {
        name: 'For a trigger to come',
        definition: { nodes: { root: { type: 'carrier-pigeon', payload: {} } } },
      },
    });
    const inputSchema = [{ key: 'odd', type: 'string', required: 'maybe' }];
    const nodes = { root: { type: 'manual', payload: {} } };
    await world.owner.POST('/v1/workflows', {
      body: { name: 'For an odd input', definition: { nodes, inputSchema } as never },
    });
    expect(unusedDeviations()).toEqual([]);
  });
});

/** What an answer is about: its data, or itself where it has none. */
function shown({ body }: Exchange): unknown {
  const { data } = (body ?? {}) as { data?: unknown };
  return data ?? body;
}

async function look(id: string, { call, finds, status = 200 }: NonNullable<Entry['readBack']>) {
  const found = await world.during(() => call(world));
  expect(found.status).toBe(status);
  expect(found.operation).not.toBe(id);
  if (finds) expect(shown(found)).toMatchObject(sought(finds, world));
  return found;
}
