import type { Config } from '../config/config';
import { startEmbedded } from '../embedded/start-embedded';
import { SEARCH_ATTRIBUTE_NAMES } from '../temporal/search-attributes';

export interface Servers {
  databaseUrl: string;
  /** Absent: `@temporalio/envconfig` knows where it is. */
  temporalAddress?: string;
  temporalUiUrl?: string;
  stop(): Promise<void>;
}

/** The servers Weft stands on: those the environment names, and embedded ones in place of the others. */
export async function findServers(
  { database, dataDir, embedded, temporal }: Config,
  log: (line: string) => void,
  onExit: (reason: string) => void,
): Promise<Servers> {
  if (database.url !== undefined && temporal.configured) {
    return { databaseUrl: database.url, stop: () => Promise.resolve() };
  }
  const started = await startEmbedded({
    dataDir,
    postgres: database.url === undefined,
    temporal: !temporal.configured,
    ...embedded,
    extraSearchAttributes: Object.fromEntries(
      SEARCH_ATTRIBUTE_NAMES.map((name) => [name, 'Keyword' as const]),
    ),
    log,
    onExit,
  });
  const databaseUrl = database.url ?? started.databaseUrl;
  if (databaseUrl === undefined) throw new Error('There is no PostgreSQL.');
  const { temporalAddress, temporalUiUrl, stop } = started;
  return {
    databaseUrl,
    ...(temporalAddress !== undefined && { temporalAddress }),
    ...(temporalUiUrl !== undefined && { temporalUiUrl }),
    stop,
  };
}
