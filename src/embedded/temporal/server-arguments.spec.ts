import { serverArguments } from './server-arguments';

const base = { port: 7233, uiPort: 8233, searchAttributes: {} };
const TUNED = [
  ...['--dynamic-config-value', 'history.transferProcessorMaxPollRPS=2000'],
  ...['--dynamic-config-value', 'history.timerProcessorMaxPollRPS=2000'],
  ...['--dynamic-config-value', 'history.timerProcessorMaxTimeShift="10ms"'],
  ...['--dynamic-config-value', 'history.visibilityProcessorMaxPollRPS=200'],
  ...['--dynamic-config-value', 'history.outboundProcessorMaxPollRPS=200'],
  ...['--dynamic-config-value', 'history.workflowIdReuseMinimalInterval="0s"'],
];
const SERVER =
  'server start-dev --ip 127.0.0.1 --namespace default --log-level warn --port 7233 --ui-port 8233';

it('keeps state in a file', () => {
  expect(serverArguments({ ...base, databaseFile: '/d/t.db' })).toEqual([
    ...SERVER.split(' '),
    ...['--db-filename', '/d/t.db'],
    ...['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=NORMAL'],
    ...TUNED,
  ]);
});

it('keeps state in memory, and registers search attributes', () => {
  const searchAttributes = { WeftOrganization: 'Keyword', WeftDue: 'Datetime' } as const;
  expect(serverArguments({ ...base, databaseFile: undefined, searchAttributes })).toEqual([
    ...SERVER.split(' '),
    ...['--search-attribute', 'WeftOrganization=Keyword'],
    ...['--search-attribute', 'WeftDue=Datetime'],
    ...TUNED,
  ]);
});
