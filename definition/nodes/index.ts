import type { NodeSpec } from '../catalog';
import { spec as block } from './block';
import { spec as blockInputs } from './block-inputs';
import { spec as blockOutputs } from './block-outputs';
import { spec as convertFromWei } from './convert-from-wei';
import { spec as convertToWei } from './convert-to-wei';
import { spec as delay } from './delay';
import { spec as filter } from './filter';
import { spec as forEach } from './for-each';
import { spec as ifBranch } from './if';
import { spec as listMax } from './list-max';
import { spec as listMin } from './list-min';
import { spec as log } from './log';
import { spec as manual } from './manual';
import { spec as pluck } from './pluck';
import { spec as setVariable } from './set-variable';
import { spec as triggerWorkflow } from './trigger-workflow';
import { spec as wait } from './wait';

export { runFormat } from './format';
export { LITERAL_FIELDS } from './literal-fields';
export type { PureContext, PureNode, PureOutcome } from './pure-node';
export { PURE_NODES } from './pure-nodes';
export { runInline, type InlineRun } from './run-inline';

/** Specs of the nodes that the engine itself carries out; those of the actions are in `activities/`. */
export const coreSpecs: readonly NodeSpec[] = [
  manual,
  ifBranch,
  forEach,
  filter,
  pluck,
  delay,
  wait,
  log,
  listMax,
  listMin,
  convertToWei,
  convertFromWei,
  setVariable,
  triggerWorkflow,
  block,
  blockInputs,
  blockOutputs,
];
