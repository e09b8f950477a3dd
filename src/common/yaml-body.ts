import { isUtf8 } from 'node:buffer';
import { parse } from 'yaml';
import { ApiError } from './errors';

/** The type of RFC 9512, and those from before. */
export function isYaml(header = ''): boolean {
  const [type = ''] = header.split(';').map((part) => part.trim().toLowerCase());
  return /^(application|text)\/(x-)?yaml$/.test(type);
}

/** The JSON text that a body in YAML stands for. Throws {@link ApiError} for what can't be read. */
export function jsonOfYaml(raw: Buffer): Buffer {
  if (!isUtf8(raw)) throw new ApiError('invalidText', 'The body is not valid UTF-8.');
  let value: unknown;
  try {
    // No references from one place to another: few lines could stand for a document of any size.
    value = parse(raw.toString('utf8'), { maxAliasCount: 0, logLevel: 'error' });
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new ApiError('malformedYaml', `The body is not valid YAML: ${reason}`);
  }
  return Buffer.from(JSON.stringify(value ?? {}));
}
