import type { Json, JsonObject } from '../../definition/json';
import { isJsonObject, ownValue, setOwn } from '../../definition/json';
import type { FieldProblem } from '../common/errors';
import { compileSchema } from '../common/json-schema';
import { isVisible, type TemplateProp } from './template-prop';

export interface PropValues {
  /** By key, with what was left out filled in by defaults; null where there is none. */
  values: JsonObject;
  problems: FieldProblem[];
}

/**
 * Holds what was given against the props. A prop that another one hides is neither needed nor used. `isRead` says
 * whether a prop is needed at all.
 */
export function checkPropValues(
  props: readonly TemplateProp[],
  given: JsonObject,
  isRead: (key: string) => boolean,
): PropValues {
  const byKey = new Map(props.map((prop) => [prop.key, prop]));
  const valueOf = (key: string): Json => ownValue(given, key) ?? byKey.get(key)?.default ?? null;
  const problems = Object.keys(given)
    .filter((key) => !byKey.has(key))
    .map((key) => problem(key, 'is no prop of the template'));
  const values: JsonObject = {};
  for (const prop of props) {
    const value = isVisible(prop, valueOf) ? valueOf(prop.key) : null;
    setOwn(values, prop.key, value);
    if (value !== null) {
      const wrong = valueProblems(prop, value);
      problems.push(...wrong.map(({ field, message }) => problem(prop.key, message, field)));
    } else if (prop.required === true && isRead(prop.key) && isVisible(prop, valueOf)) {
      problems.push(problem(prop.key, `is required${titleOf(prop)}`));
    }
  }
  return { values, problems: problems.slice(0, 20) };
}

/** What is wrong with a value; `field` is the path below it. Throws when the prop's settings make no schema. */
export function valueProblems(
  prop: TemplateProp,
  value: Json,
): { field: string; message: string }[] {
  const found = compileSchema(schemaOf(prop))(value).map(({ field, message }) => ({
    field,
    message,
  }));
  if (found.length > 0) return found;
  if (prop.sensitive === true && typeof value === 'string' && value.includes('{{')) {
    return [{ field: '', message: 'must not hold {{, since it could not be sealed' }];
  }
  return columnsDiffer(prop, value)
    ? [{ field: '', message: 'has columns of unequal length' }]
    : [];
}

function problem(key: string, message: string, below = ''): FieldProblem {
  const field = `propValues.${key}${below === '' ? '' : `.${below}`}`;
  return { field, message: `${field} ${message}` };
}

function titleOf({ name, description }: TemplateProp): string {
  const title = [name, description].filter((text) => text !== undefined && text !== '').join(': ');
  return title === '' ? '' : ` (${title})`;
}

function schemaOf(prop: TemplateProp): JsonObject {
  const { inputType, minimum, maximum, pattern, enum: choices } = prop.properties ?? {};
  if (inputType === 'csvTable') return tableSchema(prop);
  return {
    type: prop.type,
    ...(choices && { enum: choices }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(pattern !== undefined && { pattern }),
    ...(prop.type === 'string' && prop.required === true && { minLength: 1 }),
  };
}

/** `minRows` 0 means 1, `maxRows` 0 means any number. */
function tableSchema({ properties = {} }: TemplateProp): JsonObject {
  const { columns = [], minRows = 0, maxRows = 0 } = properties;
  const cells: JsonObject = {};
  for (const { key, type = 'string', pattern, required } of columns) {
    const items: JsonObject = {
      type,
      ...(pattern !== undefined && { pattern }),
      ...(required === true && type === 'string' && { minLength: 1 }),
    };
    setOwn(cells, key, {
      type: 'array',
      items,
      minItems: Math.max(minRows, 1),
      ...(maxRows > 0 && { maxItems: maxRows }),
    });
  }
  const required = columns.filter((column) => column.required === true).map(({ key }) => key);
  return { type: 'object', properties: cells, required, additionalProperties: false };
}

function columnsDiffer(prop: TemplateProp, value: Json): boolean {
  if (prop.properties?.inputType !== 'csvTable' || !isJsonObject(value)) return false;
  const lengths = Object.values(value).map((cells) => (Array.isArray(cells) ? cells.length : 0));
  return new Set(lengths).size > 1;
}
