import { parseFilterCondition, parseIfCondition } from '../condition/parse';
import type { Condition, Template } from '../expression/ast';
import type { Scope } from '../expression/evaluate';
import { parseTemplate } from '../expression/template';
import type { Json } from '../json';
import { runInline } from './run-inline';

const nowIso = '2026-02-03T04:05:06.789Z';
const scope: Scope = {
  lookup: (root) => (root.kind === 'item' ? { n: 5, rows: [{ a: 4 }, { a: 6 }] } : undefined),
};

function fail(path: string[], message: string): never {
  throw new Error(`${path.join('.')}: ${message}`);
}

function object(fields: Record<string, Template>): Template {
  return { kind: 'object', entries: Object.entries(fields) };
}

function condition(parsed: Condition | undefined): Template {
  if (!parsed) throw new Error('no condition');
  return { kind: 'condition', condition: parsed };
}

function run(type: string, payload: Template): unknown {
  return runInline(type, payload, scope, { nowIso });
}

describe('runInline', () => {
  it('resolves the payload and gives it back with the result', () => {
    expect(run('log', parseTemplate({ message: 'n={{$item.n}}' }, fail))).toEqual({
      input: { message: 'n=5' },
      outcome: { ok: true, result: { message: 'n=5', loggedAt: nowIso } },
    });
  });

  it('takes a way by the condition, and shows what it compared', () => {
    const json: Json = { $and: [{ '{{$item.n}}': { $gt: 5 } }] };
    const payload = object({ condition: condition(parseIfCondition(json, fail)) });
    expect(run('if', payload)).toEqual({
      input: { condition: { $and: [{ '5': { $gt: 5 } }] } },
      outcome: { ok: true, result: { branch: 'else' }, branch: 'else' },
    });
  });

  it('filters by fields and expressions', () => {
    const json: Json = { $and: [{ a: { $gt: '{{$item.n}}' } }] };
    const payload = object({
      array: parseTemplate('{{$item.rows}}', fail),
      filter: condition(parseFilterCondition(json, fail)),
    });
    expect(run('filter', payload)).toEqual({
      input: { array: [{ a: 4 }, { a: 6 }], filter: { $and: [{ a: { $gt: 5 } }] } },
      outcome: { ok: true, result: { filtered: [{ a: 6 }] } },
    });
  });

  it('fails a node without its condition', () => {
    expect(run('if', object({ condition: { kind: 'value', value: null } }))).toEqual({
      input: { condition: null },
      outcome: { ok: false, error: { code: 'invalid_input', message: '`condition` is missing.' } },
    });
    expect(run('if', { kind: 'value', value: {} })).toEqual({
      input: {},
      outcome: { ok: false, error: { code: 'invalid_input', message: '`condition` is missing.' } },
    });
  });

  it('fails a payload that is no object', () => {
    expect(run('log', { kind: 'value', value: [] })).toEqual({
      input: {},
      outcome: {
        ok: false,
        error: { code: 'invalid_input', message: 'The payload must be an object.' },
      },
    });
  });

  it('fails a type that does not run inline', () => {
    expect(run('http-request', { kind: 'value', value: { url: 'x' } })).toEqual({
      input: { url: 'x' },
      outcome: {
        ok: false,
        error: { code: 'unknown_type', message: '`http-request` is no inline node.' },
      },
    });
  });

  it('fails a payload that meets a limit', () => {
    const message = Array.from({ length: 100_000 }, () => '{{1}}');
    expect(run('log', parseTemplate({ message }, fail))).toEqual({
      input: {},
      outcome: {
        ok: false,
        error: {
          code: 'expression_fuel_exhausted',
          message: 'The expressions of one node may take at most 100000 steps.',
        },
      },
    });
  });

  it('does not hide a defect', () => {
    const broken: Scope = {
      lookup: () => {
        throw new TypeError('a defect');
      },
    };
    expect(() =>
      runInline('log', parseTemplate({ message: '{{$item}}' }, fail), broken, { nowIso }),
    ).toThrow(new TypeError('a defect'));
  });
});
