import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { newId } from '../../src/database/ids';
import { DEPLOYMENT_NAME } from '../../src/temporal/run-worker';
import { ChaosService } from '../chaos/chaos-service';
import { until } from '../chaos/until';
import { each, wait } from '../contract/cases/build';
import { workflow } from '../support/scripted-run';
import { TestService, temporalAddress } from '../support/service';

const ROUNDS = 4;

/** Of workers in production: a new build takes over, and operators may pin single runs to the old one. */
describe('runs between two builds of the worker', () => {
  const namespace = `versions-${randomBytes(4).toString('hex')}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'weft-versions-'));
  let service: TestService;
  let newer: ChaosService;
  let client: Client;

  const variables = (buildId: string) => ({
    TEMPORAL_NAMESPACE: namespace,
    WEFT_WORKER_VERSIONING: buildId,
    WEFT_MIN_CUT_AGE_MS: '0',
  });

  const release = (buildId: string) =>
    until(`${buildId} to be the current build`, 30_000, () =>
      client.workflowService
        .setWorkerDeploymentCurrentVersion({ namespace, deploymentName: DEPLOYMENT_NAME, buildId })
        .then(() => true)
        .catch(() => false),
    );

  beforeAll(async () => {
    const connection = await Connection.connect({ address: temporalAddress() });
    client = new Client({ connection, namespace });
    const workflowExecutionRetentionPeriod = { seconds: 86_400 as never };
    const { workflowService } = client;
    await workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
    await until('the namespace', 30_000, () =>
      workflowService
        .listOpenWorkflowExecutions({ namespace })
        .then(() => true)
        .catch(() => false),
    );
    service = await TestService.start(variables('one'));
    await release('one');
  }, 120_000);
  afterAll(async () => {
    await newer.stop();
    await service.stop();
    rmSync(dataDir, { recursive: true, force: true });
    await client.connection.close();
  }, 90_000);

  const pin = (workflowId: string) =>
    client.workflowService.updateWorkflowExecutionOptions({
      namespace,
      workflowExecution: { workflowId },
      workflowExecutionOptions: {
        versioningOverride: {
          pinned: {
            behavior:
              temporal.api.workflow.v1.VersioningOverride.PinnedOverrideBehavior
                .PINNED_OVERRIDE_BEHAVIOR_PINNED,
            version: { deploymentName: DEPLOYMENT_NAME, buildId: 'one' },
          },
        },
      },
      updateMask: { paths: ['versioning_override'] },
    });

  /** The build that has a run, and whether the run was cut on its way there. */
  const stateOf = async (workflowId: string) => {
    const { raw } = await client.workflow.getHandle(workflowId).describe();
    const { versioningInfo, firstRunId, execution } = raw.workflowExecutionInfo ?? {};
    return {
      build: versioningInfo?.deploymentVersion?.buildId,
      isCut: execution?.runId !== firstRunId,
    };
  };

  it('move without a cut, and one that is pinned stays as it is', async () => {
    const definition = workflow({
      each: each(
        Array.from({ length: ROUNDS }, (_, index) => index),
        ['hold'],
      ),
      hold: wait([]),
    });
    const runIds = [newId('run'), newId('run')];
    const [pinned = ''] = runIds;
    const resume = (runId: string, index: number) =>
      service.post(`/v1/runs/${runId}/nodes/${encodeURIComponent(`each[${index}]/hold`)}/resume`, {
        payload: {},
      });
    for (const runId of runIds) await service.post('/v1/runs', { runId, definition });
    await pin(pinned);
    newer = new ChaosService(dataDir, {
      ...variables('two'),
      DATABASE_URL: service.databaseUrl,
      TEMPORAL_ADDRESS: temporalAddress(),
      WEFT_TASK_QUEUE: service.taskQueue,
    });
    await newer.start();
    await release('two');
    const finish = async (runId: string): Promise<void> => {
      let at = 0;
      for await (const { type } of service.follow(runId, 60_000)) {
        if (type === 'node_waiting') await resume(runId, at++);
      }
    };
    await Promise.all(runIds.map(finish));
    expect(await Promise.all(runIds.map(stateOf))).toEqual([
      { build: 'one', isCut: false },
      { build: 'two', isCut: false },
    ]);
  }, 150_000);
});
