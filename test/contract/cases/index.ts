import type { ContractCase } from '../../support/contract-case';
import { MATRIX } from '../matrix';
import { BLOCK_CASES } from './blocks';
import { BRANCH_CASES } from './branches';
import { CHILD_CASES } from './children';
import { CONDITION_CASES } from './conditions';
import { DATA_CASES } from './data';
import { FAILURE_CASES } from './failures';
import { LOOP_CASES } from './loops';
import { NAME_CASES } from './names';
import { TRIGGER_CASES } from './trigger';
import { VARIABLE_CASES } from './variables';
import { WAIT_CASES } from './waits';

/** Every case, on every shell. */
export const CASES: readonly ContractCase[] = [
  ...MATRIX,
  ...TRIGGER_CASES,
  ...BRANCH_CASES,
  ...FAILURE_CASES,
  ...LOOP_CASES,
  ...CONDITION_CASES,
  ...WAIT_CASES,
  ...CHILD_CASES,
  ...NAME_CASES,
  ...DATA_CASES,
  ...VARIABLE_CASES,
  ...BLOCK_CASES,
];

export function titleOf({ name, row }: ContractCase): string {
  return row === undefined ? name : `[${row}] ${name}`;
}
