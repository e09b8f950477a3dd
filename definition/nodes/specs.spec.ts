import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { parseFilterCondition, parseIfCondition } from '../condition/parse';
import { parseTemplate } from '../expression/template';
import type { Json } from '../json';
import { coreSpecs, LITERAL_FIELDS, PURE_NODES } from './index';

const ajv = addFormats(new Ajv2020({ allowUnionTypes: true, strictRequired: false }));

function problems(schema: object, value: unknown): string[] {
  const validate = ajv.compile(schema);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function spec(type: string): (typeof coreSpecs)[number] {
  const found = coreSpecs.find((one) => one.type === type);
  if (!found) throw new Error(`no spec ${type}`);
  return found;
}

describe('coreSpecs', () => {
  it('has one spec for each node of the engine', () => {
    expect(coreSpecs.map(({ type, execution }) => `${type} ${execution}`)).toEqual([
      'manual trigger',
      'if inline',
      'for-each for-each',
      'filter inline',
      'pluck inline',
      'delay delay',
      'wait wait',
      'log inline',
      'list-max inline',
      'list-min inline',
      'convert-to-wei inline',
      'convert-from-wei inline',
      'set-variable set-variable',
      'trigger-workflow child-workflow',
      'block block',
      'block-inputs inline',
      'block-outputs inline',
    ]);
    const inline = coreSpecs.filter(({ execution }) => execution === 'inline');
    expect(new Set(inline.map(({ type }) => type))).toEqual(new Set(PURE_NODES.keys()));
  });

  it('names the branches', () => {
    expect(
      coreSpecs.filter(({ branches }) => branches).map(({ type, branches }) => [type, branches]),
    ).toEqual([
      ['if', ['then', 'else']],
      ['wait', ['resumed', 'timed_out']],
    ]);
  });

  it('repeats nothing but what starts a run', () => {
    expect(
      coreSpecs.filter(({ behaviour }) => behaviour.sideEffects).map(({ type }) => type),
    ).toEqual(['trigger-workflow']);
  });

  it.each(coreSpecs)('$type describes itself', ({ title, description, tags, payloadSchema }) => {
    expect(title).toMatch(/^[A-Z]/);
    expect(description).toMatch(/^[A-Z].*\.$/);
    expect(tags.length).toBeGreaterThan(0);
    expect(payloadSchema.additionalProperties).toBe(false);
  });

  it.each(coreSpecs)(
    'the example of $type fits its schemas',
    ({ payloadSchema, resultSchema, example }) => {
      const problemsOfArray = problems(payloadSchema, example.payload).filter(
        (problem) => problem !== '/array must be array',
      );
      expect(problemsOfArray).toEqual([]);
      expect(problems(resultSchema, example.result)).toEqual([]);
    },
  );

  it.each(
    coreSpecs.filter(({ type }) =>
      ['pluck', 'list-max', 'list-min', 'convert-to-wei', 'convert-from-wei'].includes(type),
    ),
  )('$type does what its example shows', ({ type, example }) => {
    expect(PURE_NODES.get(type)?.run(example.payload, { nowIso: '' })).toEqual({
      ok: true,
      result: example.result,
    });
  });

  it('has conditions in its examples that parse', () => {
    const found: string[] = [];
    const report = (_path: string[], message: string): void => {
      found.push(message);
    };
    parseIfCondition(spec('if').example.payload.condition ?? null, report);
    parseFilterCondition(spec('filter').example.payload.filter ?? null, report);
    for (const { type, example } of coreSpecs) {
      if (type !== 'if') parseTemplate(example.payload, report);
    }
    expect(found).toEqual([]);
  });

  it.each<[string, Json, string[]]>([
    ['if', {}, [" must have required property 'condition'"]],
    ['if', { condition: { $and: [] } }, ['/condition/$and must NOT have fewer than 1 items']],
    ['filter', { array: [], filter: { $or: [{}] } }, []],
    ['filter', { array: [], condition: { $or: [{}] } }, []],
    [
      'pluck',
      { array: [], field: 'a', fields: ['b'] },
      [' must match exactly one schema in oneOf'],
    ],
    ['pluck', { array: [], fields: 'a' }, []],
    ['delay', { delayMs: 31_622_400_000 }, []],
    ['delay', { delayMs: 31_622_400_001 }, ['/delayMs must be <= 31622400000']],
    ['delay', { delayMs: -1 }, ['/delayMs must be >= 0']],
    ['delay', {}, [" must have required property 'delayMs'"]],
    ['wait', { timeoutMs: 999, triggerType: 'manual' }, ['/timeoutMs must be >= 1000']],
    ['wait', { timeoutMs: 1000 }, [" must have required property 'triggerType'"]],
    [
      'wait',
      { timeoutMs: 31_622_400_000, triggerType: 'manual', resumes: { names: ['a', 'b'], mode: 2 } },
      [],
    ],
    [
      'wait',
      { timeoutMs: 1000, triggerType: 'manual', resumes: { names: ['a'], mode: 'all' } },
      [],
    ],
    [
      'wait',
      { timeoutMs: 1000, triggerType: 'manual', resumes: { names: ['a', 'a'] } },
      ['/resumes/names must NOT have duplicate items (items ## 1 and 0 are identical)'],
    ],
    ['for-each', { array: [], concurrency: 20, continueOnError: true }, []],
    ['for-each', { array: [], concurrency: 21 }, ['/concurrency must be <= 20']],
    ['for-each', { array: [], concurrency: 0 }, ['/concurrency must be >= 1']],
    ['trigger-workflow', { workflowId: 'wf_a', waitForCompletion: true }, []],
    ['trigger-workflow', {}, [" must have required property 'workflowId'"]],
    ['convert-to-wei', { amount: 1, decimals: 78 }, ['/decimals must be <= 77']],
    ['log', { message: { a: 1 } }, []],
    ['manual', { inputSchema: true }, ['/inputSchema must be object']],
  ])('%s checks %j', (type, payload, expected) => {
    expect(problems(spec(type).payloadSchema, payload)).toEqual(expected);
  });

  it('lets a wait use the manual trigger, which takes no settings', () => {
    expect(
      coreSpecs.filter(({ waitPayloadSchema }) => waitPayloadSchema).map(({ type }) => type),
    ).toEqual(['manual']);
    const schema = spec('manual').waitPayloadSchema ?? {};
    expect(problems(schema, {})).toEqual([]);
    expect(problems(schema, { a: 1 })).toEqual([' must NOT have additional properties']);
  });
});

describe('LITERAL_FIELDS', () => {
  it('leaves code, schemas and format templates alone', () => {
    expect([...LITERAL_FIELDS]).toEqual([
      ['manual', ['inputSchema']],
      ['set-variable', ['name']],
      ['block', ['blockId', 'version']],
      ['block-inputs', ['inputSchema']],
      ['format', ['template']],
      ['db-query', ['sql']],
      ['code-transform', ['code', 'inputType', 'outputType']],
    ]);
  });
});
