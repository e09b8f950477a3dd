import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError, loadConfig } from './config';
import { Environment } from './environment';

const KEY = Buffer.alloc(32, 7).toString('base64');
const OTHER = Buffer.alloc(32, 9).toString('base64');

describe('loadConfig', () => {
  it('needs nothing', () => {
    expect(loadConfig({})).toEqual({
      port: 3000,
      host: '0.0.0.0',
      database: { poolSize: 20 },
      auth: { signUp: 'invited', sessionMs: 604_800_000, oidc: undefined, admins: new Set() },
      rateLimits: { perMinute: 30_000, perMinuteOpen: 3_000 },
      audit: { days: 365 },
      trustedProxies: 0,
      dataDir: path.resolve('.weft'),
      embedded: { postgresPort: 5433, temporalPort: 7233, temporalUiPort: 8233 },
      temporal: { configured: false, taskQueue: 'weft' },
      worker: {
        embedded: true,
        maxCachedWorkflows: 1_000,
        maxConcurrentActivities: 100,
        stopSeconds: 10,
        maxConcurrentLocalActivities: 100,
        maxConcurrentWorkflowTasks: 40,
      },
      egressAllow: [],
      encryptionKeys: [],
      actionPackages: [],
      cuCosts: new Map(),
      reconciler: { intervalMs: 5_000, startAfterMs: 30_000, tellAfterMs: 10_000 },
      managedData: {
        ...{
          directory: path.resolve('.weft/databases'),
          timeoutMs: 5_000,
          maxBytes: 1_073_741_824,
        },
      },
      logLevel: 'info',
      limits: {
        maxHistoryEvents: 2_000,
        minCutAgeMs: 1_000,
        maxInFlight: 100,
        maxIterations: 100,
        maxNodes: 10_000,
        maxOutputBytes: 16_777_216,
        maxBodyBytes: 2_000_000,
      },
    });
  });

  it('reads what is set', () => {
    const config = loadConfig({
      PORT: '8080',
      DATABASE_URL: 'postgres://weft:pa%2Fss@db:5432/weft?sslmode=require',
      TEMPORAL_ADDRESS: 'temporal:7233',
      WEFT_EMBEDDED_WORKER: 'false',
      WEFT_WORKER_VERSIONING: '1.4.0-3f2a',
      WEFT_EGRESS_ALLOW: '10.0.0.0/8, intranet.example.com,',
      WEFT_MAX_ITERATIONS: '500',
      UNRELATED: 'x',
    });
    expect(config.port).toBe(8080);
    expect(config.database.url).toBe('postgres://weft:pa%2Fss@db:5432/weft?sslmode=require');
    expect(config.temporal.configured).toBe(true);
    expect(config.worker.embedded).toBe(false);
    expect(config.worker.buildId).toBe('1.4.0-3f2a');
    expect(config.egressAllow).toEqual(['10.0.0.0/8', 'intranet.example.com']);
    expect(config.limits.maxIterations).toBe(500);
    expect(config).not.toHaveProperty('UNRELATED');
  });

  it('reads costs and administrators', () => {
    const config = loadConfig({
      WEFT_CU_COSTS: 'http-request=3, log=0',
      WEFT_ADMINS: 'usr_0Vz8Kq,sa_1',
    });
    expect([...config.cuCosts]).toEqual([
      ['http-request', 3],
      ['log', 0],
    ]);
    expect([...config.auth.admins]).toEqual(['usr_0Vz8Kq', 'sa_1']);
  });

  it.each([
    [{ WEFT_CU_COSTS: 'log' }, 'WEFT_CU_COSTS'],
    [{ WEFT_CU_COSTS: 'log=10001' }, 'WEFT_CU_COSTS'],
    [{ WEFT_CU_COSTS: 'log=-1' }, 'WEFT_CU_COSTS'],
    [{ WEFT_ADMINS: 'me@example.com' }, 'WEFT_ADMINS'],
  ])('refuses %j', (variables, name) => {
    expect(() => loadConfig(variables)).toThrow(name);
  });

  it.each(['postgres://localhost/weft', 'postgresql://u:p@127.0.0.1:54320/weft'])(
    'takes %s as a database',
    (url) => {
      expect(loadConfig({ DATABASE_URL: url }).database.url).toBe(url);
    },
  );

  it('takes an empty variable as absent', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: ' ' }).database).toEqual({ poolSize: 20 });
  });

  it('takes one encryption key or several with names, the first being current', () => {
    expect(loadConfig({ WEFT_ENCRYPTION_KEY: KEY }).encryptionKeys).toEqual([
      { id: 'default', key: Buffer.alloc(32, 7) },
    ]);
    expect(loadConfig({ WEFT_ENCRYPTION_KEY: `b:${OTHER},a:${KEY}` }).encryptionKeys).toEqual([
      { id: 'b', key: Buffer.alloc(32, 9) },
      { id: 'a', key: Buffer.alloc(32, 7) },
    ]);
  });

  it('lists everything that is wrong at once', () => {
    const load = () =>
      loadConfig({
        PORT: '70000',
        DATABASE_URL: 'mysql://x/y',
        WEFT_EMBEDDED_WORKER: 'maybe',
        WEFT_DATABASE_POOL: '1',
        WEFT_EGRESS_ALLOW: '10.0.0.0/8,http://intranet',
        WEFT_MAX_IN_FLIGHT: '1.5',
        WEFT_LOG_LEVEL: 'loud',
        WEFT_ENCRYPTION_KEY: 'short',
      });
    expect(load).toThrow(ConfigError);
    expect(problemsOf(load)).toEqual([
      'PORT must be a port number',
      'DATABASE_URL must be a postgres:// URL',
      'WEFT_DATABASE_POOL must be a whole number from 2 to 1000',
      'WEFT_EMBEDDED_WORKER must be true or false',
      'WEFT_EGRESS_ALLOW must be host names, IPs or CIDRs, separated by commas: "http://intranet" is none',
      'WEFT_ENCRYPTION_KEY must be 32 bytes in base64, or several as id:key, separated by commas',
      'WEFT_LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent',
      'WEFT_MAX_IN_FLIGHT must be a whole number from 1 to 500',
    ]);
  });

  it('takes an issuer with its audience', () => {
    const WEFT_OIDC_ISSUER = 'https://login.example.com/tenant';
    const { auth } = loadConfig({ WEFT_OIDC_ISSUER, WEFT_OIDC_AUDIENCE: 'weft' });
    expect(auth.oidc).toEqual({ issuer: WEFT_OIDC_ISSUER, audience: 'weft' });
    const problem = 'WEFT_OIDC_ISSUER and WEFT_OIDC_AUDIENCE go together';
    expect(problemsOf(() => loadConfig({ WEFT_OIDC_ISSUER }))).toEqual([problem]);
  });

  it('never shows a key', () => {
    const load = () => loadConfig({ WEFT_ENCRYPTION_KEY: `a:${KEY},a:${OTHER}` });
    expect(problemsOf(load)).toEqual([
      'WEFT_ENCRYPTION_KEY must name each of its keys differently',
    ]);
  });
});

describe('.env.example', () => {
  const text = readFileSync(path.join(__dirname, '../../.env.example'), 'utf8');
  const lines = [...text.matchAll(/^(# )?([A-Z_]+)=(.*)$/gm)];

  it('names every variable', () => {
    const named = lines.map(([, , name]) => name).sort();
    expect(named).toEqual(Object.keys(new Environment()).sort());
  });

  it('shows the defaults', () => {
    const set = lines.filter(([, commented]) => commented === undefined);
    const variables = Object.fromEntries(set.map(([, , name = '', value]) => [name, value]));
    expect(loadConfig(variables)).toEqual(loadConfig({}));
  });
});

function problemsOf(load: () => unknown): string[] {
  try {
    load();
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}
