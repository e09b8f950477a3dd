import type { Json } from '../json';
import { jsonSize } from './json-size';
import type { RunState } from './types';

/** What the results of a run may still take, in bytes as JSON: its state holds all of them. */
export interface OutputBudget {
  left: number;
  limit: number;
}

export function outputBudget({ limits, outputBytes }: RunState): OutputBudget {
  return { left: limits.maxOutputBytes - outputBytes, limit: limits.maxOutputBytes };
}

interface Refusal {
  code: string;
  message: string;
}

/** Why a result is too many for the run, or undefined when there is room for it. */
export function refuseOutput(
  nodeId: string,
  result: Json,
  { left, limit }: OutputBudget,
): Refusal | undefined {
  return jsonSize(result, left) <= left ? undefined : outputTooLarge(nodeId, limit);
}

export function outputTooLarge(nodeId: string, limit: number): Refusal {
  return {
    code: 'run_output_too_large',
    message: `The results of this run are larger than ${limit} bytes together. Return less from \`${nodeId}\`, for instance by filtering before.`,
  };
}
