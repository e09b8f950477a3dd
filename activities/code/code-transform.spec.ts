import type { Json } from '../../definition/json';
import { failureOf, testContext } from '../testing/context';
import { codeTransform } from './code-transform';

const context = testContext();

async function run(code: string, input: Json = null, timeout?: number): Promise<Json> {
  const payload = { code, input, ...(timeout === undefined ? {} : { timeout }) };
  const { output } = (await codeTransform.run(payload, context)) as { output: Json };
  return output;
}

describe('what it runs', () => {
  it('applies transform to the input', async () => {
    expect(
      await run('function transform(rows) { return rows.map((r) => ({ id: r.id * 2 })); }', [
        { id: 1 },
        { id: 21 },
      ]),
    ).toEqual([{ id: 2 }, { id: 42 }]);
  });

  it.each<[string, Json]>([
    ['const transform = (x) => x + 1;', 2],
    ['let transform; transform = (x) => x + 1;', 2],
    ['async function transform(x) { await null; return x + 1; }', 2],
    ['var transform = function (x) { return new Set([x, x]).size; }', 1],
    ['function transform() {}', null],
    ['function transform() { return undefined; }', null],
    ['function transform() { return [undefined, NaN, () => 1]; }', [null, null, null]],
    ['function transform() { return new Date(0); }', '1970-01-01T00:00:00.000Z'],
  ])('%s', async (code, output) => {
    expect(await run(code, 1)).toEqual(output);
  });

  it('passes any JSON, unharmed', async () => {
    const odd = JSON.parse('{"__proto__":{"a":1},"constructor":"c","x":"\\u2028é😀"}') as Json;
    for (const value of [odd, null, true, 0.1, 'text', [], [[]], {}]) {
      expect(await run('function transform(x) { return x; }', value)).toStrictEqual(value);
    }
  });

  it('gives every run a world of its own', async () => {
    const count = 'globalThis.n = (globalThis.n || 0) + 1; function transform() { return n; }';
    expect([await run(count), await run(count), await run(count)]).toEqual([1, 1, 1]);
  });

  it('is not fooled when the code replaces JSON', async () => {
    const code = 'JSON.parse = JSON.stringify = () => "{"; function transform(x) { return x; }';
    expect(await run(code, { a: 1 })).toEqual({ a: 1 });
  });
});

describe('the sandbox', () => {
  it('sees nothing of the host', async () => {
    const names = ['process', 'require', 'module', 'fetch', 'setTimeout', 'console', 'std', 'os'];
    const code = `function transform(names) { return names.filter((name) => typeof globalThis[name] !== 'undefined'); }`;
    expect(await run(code, names)).toEqual([]);
  });

  it('does not get out through constructors', async () => {
    const code = `function transform() { return (function () {}).constructor('return typeof process')(); }`;
    expect(await run(code)).toBe('undefined');
  });

  it('has no modules', async () => {
    const code = `async function transform() { return Object.keys(await import('fs')); }`;
    expect((await failureOf(run(code))).code).toBe('code_error');
  });
});

describe('what the author sees of a mistake', () => {
  it.each([
    [
      'function transform(input) {\n  const a = 1;\n  return input.a.b;\n}',
      "TypeError: cannot read property 'b' of undefined (line 3)",
    ],
    ['function transform() {\n  throw new RangeError("no");\n}', 'RangeError: no (line 2)'],
    ['throw new Error("early"); function transform() {}', 'Error: early (line 1)'],
    ['async function transform() {\n\n  throw new Error("late"); }', 'Error: late (line 3)'],
    ['function transform() { throw "a text"; }', 'Error: a text'],
    ['function transform() { throw { code: 7 }; }', 'Error: {"code":7}'],
    ['function transform() { throw null; }', 'Error: null'],
  ])('%j', async (code, message) => {
    expect(await failureOf(run(code, {}))).toEqual({
      code: 'code_error',
      message,
      retryable: false,
    });
  });

  it('names the line of a syntax error', async () => {
    const { code, message } = await failureOf(run('function transform() {\n  return (;\n}'));
    expect(code).toBe('code_error');
    expect(message).toMatch(/^SyntaxError: .* \(line 2\)$/);
  });

  it.each(['const other = 1;', 'const transform = 1;', 'function Transform() {}'])(
    'tells that transform is missing in %s',
    async (code) => {
      expect((await failureOf(run(code))).code).toBe('code_no_transform');
    },
  );

  it('tells of what JSON can not hold', async () => {
    expect((await failureOf(run('function transform() { return 1n; }'))).message).toMatch(
      /^TypeError: /,
    );
    expect(
      (await failureOf(run('function transform() { const a = {}; a.a = a; return a; }'))).message,
    ).toMatch(/^TypeError: circular/);
  });

  it('tells of a promise that never settles', async () => {
    const code = 'function transform() { return new Promise(() => {}); }';
    expect((await failureOf(run(code))).code).toBe('code_never_settles');
  });
});

describe('limits', () => {
  it.each([
    'function transform() { for (;;); }',
    'for (;;);',
    'function transform() { try { for (;;); } catch (e) { return 1; } }',
    'function transform() { return Promise.resolve().then(transform); }',
    'function transform() { return { toJSON() { for (;;); } }; }',
    'function transform() { return /^(a+)+$/.test("a".repeat(40) + "!"); }',
  ])('ends %s in time', async (code) => {
    const before = Date.now();
    expect(await failureOf(run(code, null, 200))).toEqual({
      code: 'code_timeout',
      message: 'The code did not finish within 200 ms',
      retryable: false,
    });
    expect(Date.now() - before).toBeLessThan(2_000);
    expect(await run('function transform() { return 1; }')).toBe(1);
  });

  it.each([
    'const a = []; for (;;) a.push(new Uint8Array(1e6));',
    'const a = []; for (;;) a.push({});',
    'const a = []; for (;;) a.push("x".repeat(1e5) + a.length);',
  ])('ends %s with 64 MB', async (loop) => {
    expect(await failureOf(run(`function transform() { ${loop} }`, null, 10_000))).toEqual({
      code: 'code_out_of_memory',
      message: 'The code took more than 64 MB of memory',
      retryable: false,
    });
    expect(await run('function transform() { return new Uint8Array(3e7).length; }')).toBe(3e7);
  });

  it('refuses more than 5 MB of input', async () => {
    const code = 'function transform(text) { return text.length; }';
    expect((await failureOf(run(code, 'x'.repeat(5 * 1024 * 1024)))).code).toBe(
      'code_input_too_large',
    );
    expect(await run(code, 'x'.repeat(5 * 1024 * 1024 - 2))).toBe(5 * 1024 * 1024 - 2);
  });

  it('ends endless recursion', async () => {
    const { message } = await failureOf(run('function transform() { return transform(); }'));
    expect(message).toMatch(/^InternalError: stack overflow/);
  });

  it('refuses more than 1 MB of output', async () => {
    const code = 'function transform(n) { return "x".repeat(n); }';
    expect((await failureOf(run(code, 1024 * 1024))).code).toBe('result_too_large');
    expect(await run(code, 1024 * 1024 - 2)).toHaveLength(1024 * 1024 - 2);
  });

  it('leaves the event loop free', async () => {
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 10);
    await failureOf(run('function transform() { for (;;); }', null, 300));
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(5);
  });

  it('stops when it is cancelled', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const payload = { code: 'function transform() { for (;;); }', input: null };
    const pending = codeTransform.run(payload, testContext({ signal: controller.signal }));
    setTimeout(() => {
      controller.abort(reason);
    }, 50);
    await expect(pending).rejects.toBe(reason);
  });

  it('works through more tasks than there are threads', async () => {
    const code = 'function transform(x) { return x * 2; }';
    const inputs = Array.from({ length: 20 }, (_, index) => index);
    expect(await Promise.all(inputs.map((input) => run(code, input)))).toEqual(
      inputs.map((input) => input * 2),
    );
  });
});
