import { Client, Connection } from '@temporalio/client';
import { newId } from '../../src/database/ids';
import { childRunId } from '../../src/record/child-runs';
import { RUN_WORKFLOW } from '../../workflows/messages';
import { TestService, temporalAddress } from '../support/service';

const CHILD = {
  nodes: {
    root: { type: 'manual', children: ['say'] },
    say: { type: 'log', payload: { message: 'hi' } },
  },
};

const parentOf = (workflowId: string) => ({
  nodes: {
    root: { type: 'manual', children: ['child'] },
    child: { type: 'trigger-workflow', payload: { workflowId } },
  },
});

/** The reconciler starts a child whose parent does not come to it, and the parent may come to it yet. */
describe('a child run that was started by somebody else', () => {
  let service: TestService;
  let client: Client;
  let child: string;

  beforeAll(async () => {
    service = await TestService.start();
    client = new Client({ connection: await Connection.connect({ address: temporalAddress() }) });
    child = await service.publish('Child', CHILD);
  });
  afterAll(async () => {
    await client.connection.close();
    await service.stop();
  });

  const runParent = async (before: (childId: string) => Promise<void>) => {
    const runId = newId('run');
    const childId = childRunId(runId, 'child');
    await client.workflow.start(RUN_WORKFLOW, {
      workflowId: childId,
      taskQueue: 'nobody',
      args: [],
    });
    await before(childId);
    await service.post('/v1/runs', { runId, definition: parentOf(child) });
    const types: string[] = [];
    for await (const { type } of service.follow(runId, 30_000)) types.push(type);
    const { status } = await client.workflow.getHandle(childId).describe();
    return { types, child: status.name };
  };
  const SUCCESS = [
    'run_started',
    'node_completed',
    'node_started',
    'node_completed',
    'run_completed',
  ];

  it('is the child that its parent wanted', async () => {
    expect(await runParent(() => Promise.resolve())).toEqual({ types: SUCCESS, child: 'RUNNING' });
  });

  it('is not started again when it has ended', async () => {
    const told = await runParent(async (childId) => {
      await client.workflow.getHandle(childId).terminate();
    });
    expect(told).toEqual({ types: SUCCESS, child: 'TERMINATED' });
  });
});
