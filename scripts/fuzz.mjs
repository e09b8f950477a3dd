// Sends what Schemathesis makes of the OpenAPI document to a service of its own, links followed, for a minute or two.
// Fails on any 5xx and on any status, content type or body that the document does not have.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildIfNeeded, entries } from './build.mjs';

const root = join(entries, '../..');
const requirements = join(root, 'test/fuzz/requirements.txt');
const venv = join(root, 'node_modules/.cache/weft-fuzz');
const report = join(root, 'reports/fuzz');

/** Seconds of the whole run. Not shortened by a second worker: Hypothesis is not safe with threads. */
const BUDGET = process.env.WEFT_FUZZ_SECONDS ?? '120';
const CHECKS = [
  ...['not_a_server_error', 'status_code_conformance'],
  ...['content_type_conformance', 'response_schema_conformance'],
];
/** They would take away what the others act with. */
const ENDS = ['signOut', 'deleteOrganization', 'leaveOrganization', 'removeOrgMember'];

if (spawnSync('python3', ['-c', 'import venv, ensurepip']).status !== 0) {
  console.log('The API is not fuzzed: there is no python3 with venv.');
  process.exit(0);
}
install();
if (!(await buildIfNeeded())) process.exit(1);
const dataDir = mkdtempSync(join(tmpdir(), 'weft-fuzz-'));
const service = await start();
let status = 1;
try {
  status = await fuzz(service.url);
} finally {
  await service.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(status);

/** Once for each list of requirements. */
function install() {
  const wanted = readFileSync(requirements, 'utf8');
  const stamp = join(venv, 'requirements.txt');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(venv, { recursive: true, force: true });
  must('python3', ['-m', 'venv', venv]);
  must(join(venv, 'bin/pip'), [
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '-r',
    requirements,
  ]);
  writeFileSync(stamp, wanted);
}

function must(command, parameters) {
  const { status: code } = spawnSync(command, parameters, { stdio: 'inherit' });
  if (code !== 0) process.exit(1);
}

async function start() {
  const child = spawn(process.execPath, [join(entries, 'main.js')], {
    cwd: root,
    env: {
      ...process.env,
      ...{ PORT: '0', HOST: '127.0.0.1', WEFT_DATA_DIR: dataDir, WEFT_SIGN_UP: 'open' },
      ...{ WEFT_LOG_LEVEL: 'warn', WEFT_RATE_LIMIT: '0', WEFT_POSTGRES_PORT: '0' },
      ...{ WEFT_TEMPORAL_PORT: '0', WEFT_TEMPORAL_UI_PORT: '0' },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    const [, port] = /^ *API +http:\/\/localhost:(\d+)$/.exec(line) ?? [];
    if (port === undefined) continue;
    child.stdout.resume();
    const stop = async () => {
      child.kill('SIGTERM');
      await ended;
    };
    return { url: `http://127.0.0.1:${port}`, stop };
  }
  throw new Error('The service did not start.');
}

async function fuzz(url) {
  const { token, organizationId } = await newOwner(url);
  const document = await (await fetch(`${url}/v1/openapi.json`)).json();
  mkdirSync(report, { recursive: true });
  const path = join(report, 'openapi.json');
  writeFileSync(path, JSON.stringify(document));
  const left = [...ENDS, ...streamsOf(document)].flatMap((id) => ['--exclude-operation-id', id]);
  return run(join(venv, 'bin/st'), [
    ...['run', path, '--url', url, '--checks', CHECKS.join(','), '--max-time', BUDGET],
    ...['--header', `Authorization: Bearer ${token}`, '--header', `X-Org-ID: ${organizationId}`],
    ...['--exclude-tag', 'Pending', ...left, '--seed', '1', '--max-examples', '10'],
    ...['--phases', 'examples,coverage,fuzzing,stateful', '--request-timeout', '30', '--no-color'],
    ...['--report', 'junit', '--report-dir', report, '--no-shrink', '--warnings', 'off'],
    ...['--suppress-health-check', 'all', '--generation-database', 'none'],
  ]);
}

/** Somebody with a session and an organization: more is open to people than to keys. */
async function newOwner(url) {
  const post = async (path, body, token) => {
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const headers = { 'content-type': 'application/json', ...authorization };
    const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()).data;
  };
  const password = randomUUID();
  const { token } = await post('/v1/users', { email: 'fuzz@example.com', password });
  const { id } = await post('/v1/organizations', { name: 'Fuzz' }, token);
  return { token, organizationId: id };
}

/** They stay open. */
function streamsOf({ paths }) {
  return Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .filter(({ responses }) => responses[200]?.content?.['text/event-stream'] !== undefined)
    .map(({ operationId }) => operationId);
}

function run(command, parameters) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { cwd: report, stdio: 'inherit' });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
