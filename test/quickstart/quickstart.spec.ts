import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestService } from '../support/service';

/** The readers of the B3OS quickstart, as its page prints them. */
const JAVASCRIPT_READER = `
const response = await fetch(\`\${process.env.B3OS_API_URL}/v1/runs/\${runId}/stream\`, { headers: { Authorization: \`Bearer \${process.env.B3OS_API_KEY}\`, },});for await (const chunk of response.body) { process.stdout.write(Buffer.from(chunk));}
`;
const PYTHON_READER = `
import os
import requests
with requests.get(
  f"{os.environ['B3OS_API_URL']}/v1/runs/{run_id}/stream", headers={"Authorization": f"Bearer {os.environ['B3OS_API_KEY']}"}, stream=True,) as response:
  for line in response.iter_lines():
    if line:
      print(line.decode())
`;

/** The shell commands of the README's quickstart, in order. */
function commands(): string[] {
  const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
  const section = readme.split('## Quickstart')[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/```bash\n([\s\S]*?)```/g)].map(([, code]) => code ?? '');
}

describe('the quickstart of the README', () => {
  let service: TestService;
  let folder: string;
  const variables: Record<string, string> = {};

  /** Runs one of its commands, as it stands there, with the variables it has set so far. */
  const shell = (command: string): string =>
    execFileSync('bash', ['-ec', command], {
      cwd: folder,
      env: { PATH: process.env.PATH, ...variables },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const command = (part: string): string => {
    const found = commands().find((code) => code.includes(part));
    if (found === undefined) throw new Error(`The quickstart has no command with ${part}`);
    return found.replace(/^export \w+=\w+_\.\.\.$/m, '');
  };
  const dataOf = (answer: string): Record<string, string> =>
    (JSON.parse(answer) as { data: Record<string, string> }).data;
  const eventTypes = (stream: string): string[] =>
    [...stream.matchAll(/^event: (.*)$/gm)].map(([, type]) => type ?? '');
  const run = (simulate: boolean): string => {
    const code = command('/run"').replace('"simulate": true', `"simulate": ${simulate}`);
    return dataOf(shell(code)).runId ?? '';
  };
  const EVENTS = [
    'run_started',
    'node_completed',
    'node_started',
    'node_completed',
    'run_completed',
  ];

  beforeAll(async () => {
    service = await TestService.start();
    folder = mkdtempSync(join(tmpdir(), 'weft-quickstart-'));
    variables.B3OS_API_URL = service.url;
    variables.B3OS_API_KEY = service.key;
  });
  afterAll(() => service.stop());

  it('creates a draft', () => {
    const code = command('/v1/workflows" ');
    const workflow = dataOf(shell(code));
    expect(workflow.id).toMatch(/^wf_\w+$/);
    expect(workflow.status).toBe('draft');
    variables.WORKFLOW_ID = workflow.id ?? '';
    const [, body = ''] = /-d '([\s\S]*)'/.exec(code) ?? [];
    writeFileSync(join(folder, 'workflow.json'), body);
  });

  it('validates workflow.json, as create body and as bare definition', () => {
    const valid = { valid: true, errors: [], warnings: [] };
    expect(dataOf(shell(command('/validate"')))).toEqual(valid);
    const body = JSON.parse(readFileSync(join(folder, 'workflow.json'), 'utf8')) as {
      definition: object;
    };
    writeFileSync(join(folder, 'workflow.json'), JSON.stringify(body.definition));
    expect(dataOf(shell(command('/validate"')))).toEqual(valid);
  });

  it('publishes', () => {
    expect(dataOf(shell(command('/publish"')))).toMatchObject({ status: 'active' });
  });

  it.each([true, false])('runs and follows the stream to its end, simulate: %s', (simulate) => {
    variables.RUN_ID = run(simulate);
    const stream = shell(command('curl -N'));
    expect(eventTypes(stream)).toEqual(EVENTS);
    expect(stream).toContain('"message":"Incoming message: Hello from the API"');
  });

  it('is followed by the JavaScript reader', () => {
    const file = join(folder, 'reader.mjs');
    writeFileSync(file, `const runId = '${run(false)}';${JAVASCRIPT_READER}`);
    expect(eventTypes(shell(`node ${file}`))).toEqual(EVENTS);
  });

  it('is followed by the Python reader', () => {
    const runId = run(false);
    if (!hasPythonRequests()) {
      console.log('The Python reader was left out: this machine has no python3 with requests.');
      return;
    }
    const file = join(folder, 'reader.py');
    writeFileSync(file, `run_id = '${runId}'\n${PYTHON_READER}`);
    expect(eventTypes(shell(`python3 ${file}`))).toEqual(EVENTS);
  });

  it('lists the workflow as the overview page shows it', () => {
    const answer = shell(
      'curl -sS "$B3OS_API_URL/v1/workflows" -H "Authorization: Bearer $B3OS_API_KEY"',
    );
    expect(JSON.parse(answer)).toMatchObject({
      workflows: [
        {
          id: variables.WORKFLOW_ID,
          name: 'API quickstart logger',
          status: 'active',
          visibility: 'org',
        },
      ],
      hasMore: false,
    });
  });
});

function hasPythonRequests(): boolean {
  try {
    execFileSync('python3', ['-c', 'import requests'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
