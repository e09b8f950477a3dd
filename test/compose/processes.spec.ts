import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Connection } from '@temporalio/client';
import { choosePort } from '../../src/embedded/process/choose-port';
import { findTemporalCli } from '../../src/embedded/temporal/find-cli';
import { onServer, withDatabase } from '../support/database';
import { type ComposeFile, readCompose, ROOT, type Service } from './compose-file';
import { buildImage, type Image } from './image';
import { Quickstart } from './quickstart';
import { relocate, ServiceProcess } from './service-process';

const GRACE_MS = 35_000;

/** The services of the compose file as processes, on the servers that the suites share. */
describe('the services of docker-compose.temporal.yml', () => {
  const unique = randomBytes(4).toString('hex');
  const database = `compose_${unique}`;
  const namespace = `compose-${unique}`;
  const template = addressOf('WEFT_TEST_DATABASE_URL');
  const temporalAddress = addressOf('WEFT_TEST_TEMPORAL_ADDRESS');
  const folder = mkdtempSync(path.join(tmpdir(), 'weft-compose-'));
  const variables = {
    POSTGRES_PASSWORD: 'not-used',
    WEFT_DB_PASSWORD: 'not-used',
    TEMPORAL_DB_PASSWORD: 'not-used',
    WEFT_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    TEMPORAL_NAMESPACE: namespace,
  };
  const started: ServiceProcess[] = [];
  let image: Image;
  let temporal: Connection;
  let api: ServiceProcess;
  let quickstart: Quickstart;
  let workflowId: string;

  beforeAll(async () => {
    await onServer(template, `CREATE DATABASE ${database}`);
    const cli = await findTemporalCli({ fallbackCache: folder, env: process.env, log: silent });
    symlinkSync(cli, path.join(folder, 'temporal'));
    image = buildImage();
    temporal = await Connection.connect({ address: temporalAddress });
  }, 300_000);

  afterAll(async () => {
    for (const service of started.reverse()) await service.stop(GRACE_MS);
    await temporal.close();
    await onServer(template, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    image.remove();
    rmSync(folder, { recursive: true, force: true });
  }, 120_000);

  it('create the namespace, and do nothing when it is there', async () => {
    const service = serviceOf(readCompose(variables), 'temporal-namespace');
    await tool(service);
    await tool(service);
    const { namespaceInfo, config } = await temporal.workflowService.describeNamespace({
      namespace,
    });
    expect(namespaceInfo?.name).toBe(namespace);
    expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(7 * 86_400);
  });

  it('serve the API with no worker of its own', async () => {
    const port = String(await choosePort({ purpose: 'API', wanted: 0 }, silent));
    const url = `http://127.0.0.1:${port}`;
    api = start('api', { PORT: port, WEFT_DATA_DIR: folder });
    await api.until(() => answers(`${url}/health/ready`), 'The API was', 60_000);
    expect(await pollers()).toBe(0);
    const key = readFileSync(path.join(folder, 'api-key'), 'utf8').trim();
    quickstart = new Quickstart(url, key);
    workflowId = await quickstart.publish();
  }, 90_000);

  it('run the quickstart on a worker that starts later', async () => {
    const runId = await quickstart.run(workflowId, false);
    const worker = start('worker', {});
    expect(await quickstart.follow(runId, 60_000)).toEqual([
      'run_started',
      expect.stringMatching(/^node_/),
      expect.stringMatching(/^node_/),
      expect.stringMatching(/^node_/),
      'run_completed',
    ]);
    expect(await worker.stop(GRACE_MS)).toBe(0);
  }, 120_000);

  it('give a versioned worker its tasks with the release step', async () => {
    const versioned = { ...variables, WEFT_WORKER_BUILD_ID: 'release-2' };
    const worker = start('worker', {}, versioned);
    const runId = await quickstart.run(workflowId, false);
    await tool(serviceOf(readCompose(versioned), 'release'));
    expect((await quickstart.follow(runId, 60_000)).at(-1)).toBe('run_completed');
    const { workflowExecutionInfo } = await temporal.workflowService.describeWorkflowExecution({
      namespace,
      execution: { workflowId: runId },
    });
    expect(workflowExecutionInfo?.versioningInfo?.deploymentVersion).toMatchObject({
      deploymentName: 'weft',
      buildId: 'release-2',
    });
    expect(await worker.stop(GRACE_MS)).toBe(0);
  }, 120_000);

  it('stop when they are told to', async () => {
    expect(await api.stop(GRACE_MS)).toBe(0);
  }, 60_000);

  function start(
    name: 'api' | 'worker',
    elsewhere: Record<string, string>,
    given: Record<string, string> = variables,
  ): ServiceProcess {
    const service = ServiceProcess.start(name, serviceOf(readCompose(given), name), image.folder, {
      DATABASE_URL: withDatabase(template, database),
      TEMPORAL_ADDRESS: temporalAddress,
      ...elsewhere,
    });
    started.push(service);
    return service;
  }

  /** Runs a one-shot service, whose script the compose file mounts at `/deploy`. */
  async function tool(service: Service): Promise<void> {
    const [command = '', script = ''] = service.entrypoint ?? [];
    await promisify(execFile)(command, [script.replace('/deploy', `${ROOT}/deploy/temporal`)], {
      env: {
        PATH: `${folder}:${process.env.PATH ?? ''}`,
        HOME: folder,
        ...relocate(service, { TEMPORAL_ADDRESS: temporalAddress }),
      },
    });
  }

  async function pollers(): Promise<number> {
    const queue = await temporal.workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: 'weft' },
    });
    return queue.pollers.length;
  }
});

function addressOf(name: string): string {
  const address = process.env[name];
  if (address === undefined) throw new Error(`${name} is not set: run this with the e2e set-up.`);
  return address;
}

function serviceOf({ services }: ComposeFile, name: string): Service {
  const service = services[name];
  if (!service) throw new Error(`There is no service ${name}.`);
  return service;
}

/** Nothing to say. */
function silent(): void {
  return;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
