import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

export const ROOT = path.join(__dirname, '../..');

export interface Service {
  image?: string;
  build?: string;
  profiles?: string[];
  command?: string[];
  entrypoint?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  healthcheck?: { test?: string[]; disable?: boolean };
  depends_on?: Record<string, { condition: string }>;
  restart?: string;
}

export interface ComposeFile {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
}

/** The compose file as it is written, or with its variables filled in. */
export function readCompose(variables?: Readonly<Record<string, string>>): ComposeFile {
  const file = parse(readProjectFile('docker-compose.temporal.yml'), { merge: true }) as unknown;
  return (variables ? fillIn(file, variables) : file) as ComposeFile;
}

export function readProjectFile(name: string): string {
  return readFileSync(path.join(ROOT, name), 'utf8');
}

/** As Compose does it: `$$` is a dollar sign, and a value that is required must not be empty. */
const VARIABLE = /\$(?:(\$)|\{(\w+)(?::([-?])([^}]*))?\})/g;

function fillIn(value: unknown, variables: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') {
    return value.replace(VARIABLE, (_, dollar?: string, name = '', kind = '', text = '') => {
      if (dollar !== undefined) return dollar;
      const given = variables[name] ?? '';
      if (given === '' && kind === '?') throw new Error(`${name}: ${text}`);
      return given === '' && kind === '-' ? text : given;
    });
  }
  if (Array.isArray(value)) return value.map((item) => fillIn(item, variables));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, fillIn(item, variables)]),
  );
}

/** Names of the variables without which Compose does not start. */
export function requiredVariables(): string[] {
  const matches = readProjectFile('docker-compose.temporal.yml').matchAll(VARIABLE);
  const names = [...matches].filter(([, , , kind]) => kind === '?').map(([, , name]) => name);
  return [...new Set(names)].flatMap((name) => name ?? []).sort();
}
