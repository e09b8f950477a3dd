import type { ContractCase } from '../../support/contract-case';
import { MATRIX } from '../matrix';

/** Every case, on every shell. */
export const CASES: readonly ContractCase[] = [...MATRIX];

export function titleOf({ name, row }: ContractCase): string {
  return row === undefined ? name : `[${row}] ${name}`;
}
