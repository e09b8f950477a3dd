import type { Json } from '../../definition/json';
import { ApiError, type FieldProblem } from '../common/errors';
import { compileSchema } from '../common/json-schema';
import { valueProblems } from './prop-values';
import { hasDefault, type TemplateProp } from './template-prop';
import { TEMPLATE_PROPS_SCHEMA } from './template-prop.schema';

const check = compileSchema(TEMPLATE_PROPS_SCHEMA);

/** The props of a template as they were sent. Throws 400006 with what is wrong, each with its field. */
export function readTemplateProps(json: unknown): TemplateProp[] {
  if (json === undefined || json === null) return [];
  const problems = check(json as Json).map(({ field, message }) => problem(field, message));
  if (problems.length > 0) throw ApiError.fields(problems);
  const props = json as unknown as TemplateProp[];
  const meant = props.flatMap((prop, at) => meaningProblems(prop, at, props));
  if (meant.length > 0) throw ApiError.fields(meant.slice(0, 20));
  return props;
}

function problem(field: string, message: string): FieldProblem {
  const full = field === '' ? 'templateProps' : `templateProps.${field}`;
  return { field: full, message: `${full} ${message}` };
}

function meaningProblems(
  prop: TemplateProp,
  at: number,
  props: readonly TemplateProp[],
): FieldProblem[] {
  const say = (field: string, message: string): FieldProblem[] => [
    problem(`${at}.${field}`, message),
  ];
  const { visibleWhen, columns, inputType } = prop.properties ?? {};
  if (props.findIndex(({ key }) => key === prop.key) < at) return say('key', 'repeats');
  if (prop.sensitive === true && prop.type !== 'string') {
    return say('type', 'must be string for what is sensitive');
  }
  if (prop.sensitive === true && hasDefault(prop)) {
    return say('default', 'would show what is sensitive to everybody');
  }
  if (visibleWhen && !props.some(({ key }) => key === visibleWhen.propKey && key !== prop.key)) {
    return say('properties.visibleWhen.propKey', 'names no other prop');
  }
  if (inputType === 'csvTable' && prop.type !== 'object') {
    return say('type', 'must be object for a csvTable');
  }
  const keys = columns?.map(({ key }) => key) ?? [];
  if (new Set(keys).size < keys.length) return say('properties.columns', 'repeats a key');
  return schemaProblems(prop, at);
}

/** Compiles what values are checked with, which also tells a pattern that is none. */
function schemaProblems(prop: TemplateProp, at: number): FieldProblem[] {
  try {
    const found = valueProblems(prop, prop.default ?? null);
    if (!hasDefault(prop)) return [];
    return found.map(({ field, message }) =>
      problem(`${at}.default${field === '' ? '' : `.${field}`}`, message),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [problem(`${at}.properties`, `can't be used to check values: ${reason}`)];
  }
}
