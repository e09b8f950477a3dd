import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exchange } from './exchanges';
import { toExample } from './to-example';

const FOLDER = join(__dirname, '../../../src/openapi/examples');

const seen = new Map<string, Map<string, object>>();

/** Remembers what was sent and answered, by area. */
export function rememberExample(area: string, exchange: Exchange): void {
  const examples = seen.get(area) ?? new Map<string, object>();
  const { operation, sent, body, contentType } = exchange;
  const isJson = contentType.startsWith('application/json');
  examples.set(operation, {
    ...(sent !== undefined && { request: toExample(sent) }),
    ...(isJson && { answer: toExample(body) }),
  });
  seen.set(area, examples);
}

/** Writes the examples of the OpenAPI document anew, when it is asked for with WEFT_EXAMPLES=write. */
export function writeExamples(): void {
  if (process.env.WEFT_EXAMPLES !== 'write') return;
  mkdirSync(FOLDER, { recursive: true });
  for (const [area, examples] of seen) {
    const text = JSON.stringify(Object.fromEntries(examples), null, 1);
    writeFileSync(join(FOLDER, `${fileOf(area)}.json`), `${text}\n`);
  }
}

const fileOf = (area: string): string => area.replace(/[^a-z]+/gi, '-').toLowerCase();
