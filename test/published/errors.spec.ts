import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERRORS } from '../../src/common/errors';

const SOURCES = join(__dirname, '../../src');

/** Where errors are made and turned into answers. */
const TABLE = new Set(['common/errors.ts', 'common/error-answer.ts', 'common/exception.filter.ts']);

const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .map((name) => ({ name, text: readFileSync(join(SOURCES, name), 'utf8') }));

describe('the table of errors', () => {
  it('is where every error of the API comes from', () => {
    const others = files
      .filter(({ name }) => !TABLE.has(name))
      .filter(({ text }) => /new \w+Exception\(|\bHttpException\b/.test(text))
      .map(({ name }) => name);
    expect(others).toEqual([]);
  });

  it('holds nothing that is thrown nowhere', () => {
    const texts = files.filter(({ name }) => name !== 'common/errors.ts').map(({ text }) => text);
    const names = Object.keys(ERRORS);
    const unused = names.filter((name) => !texts.some((text) => text.includes(`'${name}'`)));
    expect(unused).toEqual([]);
  });
});
