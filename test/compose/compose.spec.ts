import { existsSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { Environment } from '../../src/config/environment';
import { DYNAMIC_CONFIG } from '../../src/embedded/temporal/server-arguments';
import { DEPLOYMENT_NAME } from '../../src/temporal/run-worker';
import { readCompose, readProjectFile, requiredVariables, ROOT } from './compose-file';

const { services, volumes } = readCompose();
const servers = ['postgres', 'temporal', 'temporal-ui', 'api', 'worker'];

describe('docker-compose.temporal.yml', () => {
  it('has a server, its tools, the API and the workers', () => {
    expect(Object.keys(services).sort()).toEqual([
      'api',
      'postgres',
      'release',
      'temporal',
      'temporal-namespace',
      'temporal-schema',
      'temporal-ui',
      'worker',
    ]);
    expect(services.api?.command).toEqual(['node', 'dist/src/main.js']);
    expect(services.worker?.command).toEqual(['node', 'dist/src/worker.js']);
  });

  it('pins each image to a version', () => {
    const images = Object.values(services).map(({ image }) => image);
    expect([...new Set(images)].sort()).toEqual([
      'postgres:18.6',
      'temporalio/admin-tools:1.32.0',
      'temporalio/server:1.32.0',
      'temporalio/ui:2.54.1',
      'weft:${WEFT_IMAGE_TAG:-local}',
    ]);
    const bases = readProjectFile('Dockerfile').match(/(?<=^FROM )\S+/gm);
    expect(new Set(bases)).toEqual(new Set(['node:20.20.2-bookworm-slim']));
  });

  it('has no password of its own', () => {
    expect(requiredVariables()).toEqual([
      'POSTGRES_PASSWORD',
      'TEMPORAL_DB_PASSWORD',
      'WEFT_DB_PASSWORD',
      'WEFT_ENCRYPTION_KEY',
    ]);
    for (const { environment = {} } of Object.values(services)) {
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD|PWD|KEY|SECRET|TOKEN/.test(name)) expect(value).toMatch(/^\$\{\w+:\?.+\}$/);
        if (/:\/\/[^/]*@/.test(value)) expect(value).toMatch(/:\/\/\w+:\$\{\w+:\?[^}]+\}@/);
      }
    }
  });

  it.each(requiredVariables())('does not start without %s', (name) => {
    const variables = Object.fromEntries(requiredVariables().map((each) => [each, 'x']));
    expect(() => readCompose({ ...variables, [name]: '' })).toThrow(name);
    expect(() => readCompose(variables)).not.toThrow();
  });

  it('checks the health of each server that can be asked', () => {
    for (const name of servers) {
      const { healthcheck, restart } = services[name] ?? {};
      expect(restart).toBe('unless-stopped');
      if (name === 'worker') expect(healthcheck).toEqual({ disable: true });
      else expect(healthcheck?.test?.[0]).toBe('CMD');
    }
    expect(services.api?.healthcheck?.test).toEqual([
      'CMD',
      'node',
      '-e',
      expect.stringContaining('http://127.0.0.1:3000/health/ready'),
    ]);
    expect(readProjectFile('Dockerfile')).toContain('/health/ready');
  });

  it('starts each part after what it needs', () => {
    expect(services.temporal?.depends_on).toEqual({
      postgres: { condition: 'service_healthy' },
      'temporal-schema': { condition: 'service_completed_successfully' },
    });
    expect(services.api?.depends_on).toEqual({
      postgres: { condition: 'service_healthy' },
      'temporal-namespace': { condition: 'service_completed_successfully' },
    });
    expect(services.worker?.depends_on).toEqual({ api: { condition: 'service_healthy' } });
  });

  it('opens ports on this machine alone, and none of Temporal and PostgreSQL', () => {
    const ports = Object.entries(services).flatMap(([name, { ports = [] }]) =>
      ports.map((port) => [name, port]),
    );
    expect(ports).toEqual([
      ['temporal-ui', '${TEMPORAL_UI_BIND:-127.0.0.1:8080}:8080'],
      ['api', '${WEFT_BIND:-127.0.0.1:3000}:3000'],
    ]);
  });

  it('mounts what is there', () => {
    for (const mount of Object.values(services).flatMap((service) => service.volumes ?? [])) {
      const source = mount.split(':')[0] ?? '';
      if (source.startsWith('.')) expect(existsSync(path.join(ROOT, source))).toBe(true);
      else expect(Object.keys(volumes)).toContain(source);
    }
  });

  it('gives Weft no variable that it does not read', () => {
    const read = new Set([...Object.keys(new Environment()), 'TEMPORAL_NAMESPACE']);
    const given = [services.api, services.worker].flatMap((service) =>
      Object.keys(service?.environment ?? {}),
    );
    expect(given.filter((name) => !read.has(name))).toEqual([]);
  });

  it('gives the API and the workers the same, but for what one of them serves', () => {
    const { PORT, WEFT_DATA_DIR, WEFT_EMBEDDED_WORKER, ...shared } =
      services.api?.environment ?? {};
    expect(services.worker?.environment).toEqual(shared);
    expect({ PORT, WEFT_DATA_DIR, WEFT_EMBEDDED_WORKER }).toEqual({
      PORT: '3000',
      WEFT_DATA_DIR: '/var/lib/weft',
      WEFT_EMBEDDED_WORKER: '${WEFT_EMBEDDED_WORKER:-false}',
    });
  });

  it('releases the deployment that the workers belong to', () => {
    expect(services.release?.profiles).toEqual(['release']);
    expect(readProjectFile('deploy/temporal/set-current-version.sh')).toContain(
      `--deployment-name ${DEPLOYMENT_NAME} `,
    );
  });
});

describe('deploy/temporal/dynamic-config.yaml', () => {
  const config = parse(readProjectFile('deploy/temporal/dynamic-config.yaml')) as Record<
    string,
    { value: unknown }[]
  >;
  const values = Object.fromEntries(
    Object.entries(config).map(([key, [entry]]) => [key, entry?.value]),
  );

  it('is what the server reads', () => {
    const { environment, volumes: mounts } = services.temporal ?? {};
    expect(mounts).toEqual(['./deploy/temporal:/etc/temporal/weft:ro']);
    expect(environment?.DYNAMIC_CONFIG_FILE_PATH).toBe('/etc/temporal/weft/dynamic-config.yaml');
  });

  it('has the settings of the embedded server', () => {
    expect(values).toMatchObject(DYNAMIC_CONFIG);
  });

  it('has the settings that were measured, and the limits that the engine counts on', () => {
    expect(values).toEqual({
      'history.transferProcessorMaxPollRPS': 2_000,
      'history.timerProcessorMaxPollRPS': 2_000,
      'history.timerProcessorMaxTimeShift': '10ms',
      'history.visibilityProcessorMaxPollRPS': 200,
      'history.outboundProcessorMaxPollRPS': 200,
      'history.workflowIdReuseMinimalInterval': '0s',
      'limit.blobSize.error': 2 * 1024 * 1024,
      'limit.historyCount.error': 50 * 1024,
      'limit.numPendingActivities.error': 2_000,
      'history.maximumSignalsPerExecution': 10_000,
    });
  });
});
