import { compileInputCheck } from './input-check';

const trigger = (payload: Record<string, never> | { inputSchema: object }) =>
  ({ nodes: { root: { type: 'manual', payload, children: [] } } }) as never;

describe('compileInputCheck', () => {
  it('takes anything when nothing is declared', () => {
    expect(compileInputCheck(trigger({}), 'root')({ a: 1 })).toEqual([]);
  });

  it("holds a payload against the trigger's JSON Schema", () => {
    const inputSchema = { type: 'object', properties: { n: { type: 'number' } }, required: ['n'] };
    const check = compileInputCheck(trigger({ inputSchema }), 'root');
    expect(check({ n: 1 })).toEqual([]);
    expect(check({})).toEqual([{ field: 'n', message: 'n is required' }]);
    expect(check({ n: 'x' })).toEqual([{ field: 'n', message: 'n must be number' }]);
  });

  it('holds a payload against the list of inputs, whatever their names', () => {
    const definition = {
      nodes: { root: { type: 'manual', payload: {} } },
      inputSchema: [
        { key: '__proto__', type: 'string' as const, required: true },
        { key: 'count', type: 'number' as const },
        { key: 'any', required: true },
      ],
    };
    const check = compileInputCheck(definition, 'root');
    expect(check(JSON.parse('{"__proto__":"x","any":null}') as never)).toEqual([]);
    expect(check({ count: '1' })).toEqual([
      { field: '__proto__', message: '__proto__ is required' },
      { field: 'any', message: 'any is required' },
      { field: 'count', message: 'count must be number' },
    ]);
  });

  it('refuses a schema that is not one', () => {
    expect(() => compileInputCheck(trigger({ inputSchema: { type: 'x' } }), 'root')).toThrow();
  });
});
