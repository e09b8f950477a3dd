import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyToJSON, type History } from '@temporalio/common/lib/proto-utils';
import { REFERENCE } from '../../src/temporal/payload-storage';

/** An event as Temporal's tools write it. */
export interface HistoryEvent {
  eventType: string;
  [attributes: string]: unknown;
}
export interface HistoryJson {
  events: HistoryEvent[];
}

/** Of one version of the interpreter's behaviour. */
export const folderOf = (version: number): string => join(__dirname, `v${version}`);

/** Names of the histories of a version, which are those of their scenarios, with a part such as `.2` or `.child`. */
export function historyNames(version: number): string[] {
  const folder = folderOf(version);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

export function readHistory(version: number, name: string): HistoryJson {
  const text = readFileSync(join(folderOf(version), `${name}.json`), 'utf8');
  return JSON.parse(text) as HistoryJson;
}

/**
 * Written without what tells of the machine, one event a line. A history that is there is never replaced,
 * and one that can't be replayed without its database is refused.
 */
export function writeHistory(version: number, name: string, history: History): void {
  mkdirSync(folderOf(version), { recursive: true });
  const text = tidy(historyToJSON(history));
  if (text.includes(`"${REFERENCE}":`)) throw new Error(`A payload of ${name} is too large.`);
  const { events } = JSON.parse(text) as HistoryJson;
  const lines = events.map((event) => JSON.stringify(event)).join(',\n');
  writeFileSync(join(folderOf(version), `${name}.json`), `{"events":[\n${lines}\n]}\n`, {
    flag: 'wx',
  });
}

/** Processes and hosts are in identities, and in the task queues named after them; paths in stack traces. */
function tidy(text: string): string {
  const identities = new Set<string>();
  const plain = JSON.stringify(JSON.parse(text), (key, value: unknown) => {
    if (key === 'identity' && typeof value === 'string' && value !== '') identities.add(value);
    return key === 'stackTrace' ? undefined : value;
  });
  return [...identities].reduce((rest, identity) => rest.replaceAll(identity, 'weft'), plain);
}
