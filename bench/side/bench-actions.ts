import type { Action } from '../../activities/action';
import type { NodeSpec } from '../../definition/catalog';
import { type StepInput, work } from './work';

const schema = {
  type: 'object',
  required: ['n', 'label'],
  properties: { n: { type: 'number' }, label: { type: 'string' } },
};

const spec: Omit<NodeSpec, 'type' | 'execution'> = {
  title: 'Step of a benchmark',
  description: 'Adds one.',
  category: 'Utility',
  tags: [],
  payloadSchema: schema,
  resultSchema: schema,
  behaviour: { sideEffects: false },
  example: { payload: { n: 1, label: 'one' }, result: { n: 2, label: 'one' } },
};

function action(type: string, execution: 'activity' | 'local'): Action {
  return {
    spec: { ...spec, type, execution },
    run: (input, { runId }) => Promise.resolve({ ...work(runId, input as unknown as StepInput) }),
  };
}

/** A package of actions for `WEFT_ACTION_PACKAGES`. */
export const actions: readonly Action[] = [
  action('bench-step', 'activity'),
  action('bench-local', 'local'),
];
