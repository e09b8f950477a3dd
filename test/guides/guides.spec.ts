import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestService } from '../support/service';

const PAGES = join(__dirname, '../../docs');

/** The pages that set up a shell, so that all that follows can be pasted. */
const GUIDES = readdirSync(PAGES)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.replace(/\.md$/, ''))
  .filter((guide) => /^export B3OS_API_URL=/m.test(pageOf(guide)));

const hasJq = spawnSync('jq', ['--version']).status === 0;
if (!hasJq) console.warn('The guides are not tried: there is no `jq`, which they use.');

/** Commands, and the values that the comments below them say they print. */
interface Step {
  commands: string;
  told: unknown[];
}

function pageOf(guide: string): string {
  return readFileSync(join(PAGES, `${guide}.md`), 'utf8');
}

function commandsOf(page: string): string[] {
  return [...page.matchAll(/```bash\n([\s\S]*?)```/g)].map(([, code = '']) => code);
}

/** What a page shows below a line that has only the name of a file. */
function filesOf(page: string): [name: string, text: string][] {
  const found = page.matchAll(/`(\w+\.json)`:\n\n```json\n([\s\S]*?)```/g);
  return [...found].map(([, name = '', text = '']) => [name, text]);
}

/** A line that begins with `# ` and is JSON is what the commands before it print. */
function stepsOf(code: string): Step[] {
  const steps: Step[] = [];
  let commands: string[] = [];
  for (const line of code.split('\n')) {
    const told = line.startsWith('# ') ? parsed(line.slice(2)) : undefined;
    if (told === undefined) {
      commands.push(line);
    } else if (commands.length > 0) {
      steps.push({ commands: commands.join('\n'), told: [told] });
      commands = [];
    } else {
      steps.at(-1)?.told.push(told);
    }
  }
  if (commands.some((line) => line.trim() !== '')) {
    steps.push({ commands: commands.join('\n'), told: [] });
  }
  return steps;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A text such as `b3sk_...` stands for any that begins like it. */
function matching(told: unknown): unknown {
  if (typeof told === 'string' && told.endsWith('...')) {
    return expect.stringMatching(new RegExp(`^${told.slice(0, -3)}[\\w-]+$`));
  }
  if (Array.isArray(told)) return told.map(matching);
  if (typeof told !== 'object' || told === null) return told;
  return Object.fromEntries(Object.entries(told).map(([key, value]) => [key, matching(value)]));
}

(hasJq ? describe : describe.skip)('guides do what they say', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(async () => {
    await service.stop();
  });

  it.each(GUIDES)('docs/%s.md', (guide) => {
    const page = pageOf(guide);
    const steps = commandsOf(page)
      .filter((code) => !/^WEFT_/m.test(code))
      .flatMap(stepsOf);
    const folder = mkdtempSync(join(tmpdir(), 'weft-guide-'));
    mkdirSync(join(folder, '.weft'));
    writeFileSync(join(folder, '.weft/api-key'), service.key);
    for (const [name, text] of filesOf(page)) writeFileSync(join(folder, name), text);
    // One shell for the whole page, as somebody who pastes has it. A variable that no step has set ends it.
    const script = steps
      .map(({ commands }, index) => `{\n${commands}\n} > ${index}.out`)
      .join('\n');
    execFileSync('bash', ['-euc', script.replaceAll('http://localhost:3000', service.url)], {
      cwd: folder,
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const shown = steps.map(({ commands, told }, index) => ({
      commands,
      printed: told.length === 0 ? [] : valuesIn(folder, index),
    }));
    rmSync(folder, { recursive: true, force: true });
    expect(steps.filter(({ told }) => told.length > 0).length).toBeGreaterThan(2);
    expect(shown).toEqual(
      steps.map(({ commands, told }) => ({ commands, printed: told.map(matching) })),
    );
  });
});

function valuesIn(folder: string, index: number): unknown[] {
  const lines = execFileSync('jq', ['-c', '.', `${index}.out`], { cwd: folder, encoding: 'utf8' });
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}
