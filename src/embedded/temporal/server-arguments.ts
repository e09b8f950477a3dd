import { LOOPBACK } from '../process/choose-port';

export type SearchAttributeType = 'Keyword' | 'Text' | 'Int' | 'Datetime' | 'Bool';

/**
 * The server's defaults protect a shared cluster: 20 queue polls a second per shard make each
 * sequential step wait 50 ms instead of 11; a workflow id used again within a second (which is what
 * continue-as-new does) waits out that second; and a timer of less than a second fires after a second.
 */
export const DYNAMIC_CONFIG: Readonly<Record<string, number | string>> = {
  'history.transferProcessorMaxPollRPS': 2_000,
  'history.timerProcessorMaxPollRPS': 2_000,
  'history.timerProcessorMaxTimeShift': '10ms',
  'history.visibilityProcessorMaxPollRPS': 200,
  'history.outboundProcessorMaxPollRPS': 200,
  'history.workflowIdReuseMinimalInterval': '0s',
};

/** Without WAL ten steps take half as long again; "normal" may lose the last moment at power loss. */
const SQLITE_PRAGMAS = ['journal_mode=wal', 'synchronous=NORMAL'];

export interface TemporalServerSettings {
  port: number;
  uiPort: number;
  /** Undefined keeps all in memory. */
  databaseFile: string | undefined;
  searchAttributes: Readonly<Record<string, SearchAttributeType>>;
}

export function serverArguments(settings: TemporalServerSettings): string[] {
  return [
    ...['server', 'start-dev', '--ip', LOOPBACK, '--namespace', 'default', '--log-level', 'warn'],
    ...['--port', String(settings.port), '--ui-port', String(settings.uiPort)],
    ...storage(settings.databaseFile),
    ...Object.entries(settings.searchAttributes).flatMap(([name, type]) => [
      '--search-attribute',
      `${name}=${type}`,
    ]),
    ...Object.entries(DYNAMIC_CONFIG).flatMap(([key, value]) => [
      '--dynamic-config-value',
      `${key}=${JSON.stringify(value)}`,
    ]),
  ];
}

function storage(databaseFile: string | undefined): string[] {
  if (databaseFile === undefined) return [];
  const pragmas = SQLITE_PRAGMAS.flatMap((pragma) => ['--sqlite-pragma', pragma]);
  return ['--db-filename', databaseFile, ...pragmas];
}
