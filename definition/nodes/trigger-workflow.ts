import type { NodeSpec } from '../catalog';

export const spec: NodeSpec = {
  type: 'trigger-workflow',
  title: 'Trigger workflow',
  description:
    'Starts another workflow of the same organization, which reads the payload at `$trigger.body` and `root.input`. It goes on at once, or with `waitForCompletion` when the other run has ended.',
  category: 'Built-in',
  tags: ['workflow', 'child', 'start'],
  execution: 'child-workflow',
  payloadSchema: {
    type: 'object',
    required: ['workflowId'],
    properties: {
      workflowId: { type: 'string', minLength: 1 },
      payload: { type: 'object', description: 'What the other workflow is started with.' },
      waitForCompletion: {
        type: 'boolean',
        default: false,
        description: 'Whether to wait for the end of the other run and take over its output.',
      },
    },
    additionalProperties: false,
  },
  resultSchema: {
    type: 'object',
    required: ['triggeredWorkflowId', 'triggeredWorkflowName', 'runStatus', 'triggeredAt', 'runId'],
    properties: {
      triggeredWorkflowId: { type: 'string' },
      triggeredWorkflowName: { type: 'string' },
      runStatus: { type: 'string', description: 'Status of the other run when this node ended.' },
      triggeredAt: { type: 'string', format: 'date-time' },
      runId: { type: 'string' },
      output: { description: 'Only with `waitForCompletion`: the output of the other run.' },
    },
  },
  behaviour: { sideEffects: true, idempotent: true },
  example: {
    payload: { workflowId: 'wf_child01', payload: { customerId: '{{$trigger.body.customerId}}' } },
    result: {
      triggeredWorkflowId: 'wf_child01',
      triggeredWorkflowName: 'Send welcome mail',
      runStatus: 'running',
      triggeredAt: '2026-01-01T00:00:00.000Z',
      runId: 'run_child01',
    },
  },
};
