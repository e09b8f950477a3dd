import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the contract run has called, one line for each operation. */
export const CONTRACT_FOLDER = join(__dirname, '../../../reports/published/contract');

/** An operation that was called, answered as published and was read back. */
export interface ContractNote {
  id: string;
  area: string;
  status: number;
  /** The operation that found what this one wrote. */
  readBack?: string;
}

export function noteContract(note: ContractNote): void {
  mkdirSync(CONTRACT_FOLDER, { recursive: true });
  appendFileSync(join(CONTRACT_FOLDER, `${process.pid}.jsonl`), `${JSON.stringify(note)}\n`);
}

export function readContract(): ContractNote[] {
  const files = existsSync(CONTRACT_FOLDER) ? readdirSync(CONTRACT_FOLDER) : [];
  return files
    .flatMap((name) => readFileSync(join(CONTRACT_FOLDER, name), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as ContractNote);
}
