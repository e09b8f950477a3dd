// Runs Schemathesis, which is installed into a virtual environment of its own.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './service.mjs';

const folder = join(root, 'test/fuzz');
const requirements = join(folder, 'requirements.txt');
const venv = join(root, 'node_modules/.cache/weft-fuzz');
export const reports = join(root, 'reports/fuzz');

const CHECKS = [
  ...['not_a_server_error', 'status_code_conformance'],
  ...['content_type_conformance', 'response_schema_conformance'],
];

const linksConfig = join(reports, 'links.toml');
/** Only the links that the document declares, with bodies that they can be followed with. */
const LINKS = `hooks = ${JSON.stringify(join(folder, 'links.py'))}
[phases.stateful.inference]
algorithms = []
`;

export function hasPython() {
  return spawnSync('python3', ['-c', 'import venv, ensurepip']).status === 0;
}

/** Once for each list of requirements. */
export function install() {
  const wanted = readFileSync(requirements, 'utf8');
  const stamp = join(venv, 'requirements.txt');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(venv, { recursive: true, force: true });
  must('python3', ['-m', 'venv', venv]);
  const quiet = ['--quiet', '--disable-pip-version-check'];
  must(join(venv, 'bin/pip'), ['install', ...quiet, '-r', requirements]);
  writeFileSync(stamp, wanted);
}

function must(command, parameters) {
  const { status } = spawnSync(command, parameters, { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

/**
 * One invocation with a budget of its own. True when nothing was found; its report of events is at `eventsOf(name)`.
 * With `links`, the environment of test/fuzz/links.py, it knows what a link needs and infers no links of its own. Not
 * shortened by a second worker: Hypothesis is not safe with threads.
 */
export async function pass({
  name,
  url,
  headers,
  seconds,
  phases,
  choose = [],
  links,
  examples = 10,
}) {
  mkdirSync(reports, { recursive: true });
  console.log(`\n${name}: ${phases.join(', ')}, at most ${seconds} s`);
  const given = Object.entries(headers).flatMap(([key, value]) => ['--header', `${key}: ${value}`]);
  if (links) writeFileSync(linksConfig, LINKS);
  const config = links ? ['--config-file', linksConfig] : [];
  return run(
    [
      ...[...config, 'run', documentPath, '--url', url, '--checks', CHECKS.join(',')],
      ...['--max-time', String(seconds), '--phases', phases.join(','), ...given, ...choose],
      ...[
        '--exclude-tag',
        'Pending',
        '--seed',
        '1',
        '--max-examples',
        String(examples),
        '--no-shrink',
      ],
      ...(links ? ['--mode', 'positive'] : []),
      ...['--request-timeout', '30', '--no-color', '--warnings', 'off'],
      ...['--report', 'junit,ndjson', '--report-junit-path', join(reports, `${name}.xml`)],
      ...['--report-ndjson-path', eventsOf(name), '--generation-database', 'none'],
      ...['--suppress-health-check', 'all'],
    ],
    links,
  );
}

export const documentPath = join(reports, 'openapi.json');
export const eventsOf = (name) => join(reports, `${name}.ndjson`);

function run(parameters, env) {
  return new Promise((resolve) => {
    const options = { cwd: reports, stdio: 'inherit', env: { ...process.env, ...env } };
    const child = spawn(join(venv, 'bin/st'), parameters, options);
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
