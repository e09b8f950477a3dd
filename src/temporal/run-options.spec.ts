import type { StartableRun } from '../runs/run-engine';
import { type EngineSettings, startOptions } from './run-options';

const settings: EngineSettings = {
  taskQueue: 'weft',
  hasWorker: true,
  searchable: true,
  limits: {
    maxInFlight: 100,
    maxIterations: 100,
    maxNodes: 10_000,
    maxOutputBytes: 1_000_000,
    maxHistoryEvents: 2_000,
    minCutAgeMs: 1_000,
  },
};
const run: StartableRun = {
  runId: 'run_1',
  organizationId: 'org_1',
  workflowId: 'wf_1',
  workflowName: 'Order approval',
  workflowVersion: 3,
  plan: {} as StartableRun['plan'],
  triggerNodeId: 'root',
  triggerResult: {},
  triggerInput: {},
  props: {},
  seeds: {},
};

it('gives the workflow the id of the run, and names what runs', () => {
  expect(startOptions(run, settings)).toMatchObject({
    workflowId: 'run_1',
    staticSummary: 'Order approval v3',
    memo: { name: 'Order approval', version: 3 },
  });
});

it('says of a run without a workflow that it is inline', () => {
  const inline = { ...run, workflowId: '', workflowName: '', workflowVersion: 0 };
  expect(startOptions(inline, settings).staticSummary).toBe('inline');
});
