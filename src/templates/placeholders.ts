import { splitText } from '../../definition/expression/split-text';
import { isJsonObject, type Json, type JsonObject, ownValue } from '../../definition/json';
import type { PropPlace } from '../../definition/props/fill-definition';
import { findProps, findUnfilledProps } from '../../definition/props/find-props';
import type { FieldProblem } from '../common/errors';
import type { SecretPlaces } from '../secrets/definition-secrets';
import type { TemplateProp } from './template-prop';

/**
 * What keeps a definition from being a template: secrets, connectors of an organization, props that nobody declared,
 * and sensitive props where they would not be kept like secrets. All found at once, at most 50.
 */
export function placeholderProblems(
  definition: JsonObject,
  props: readonly TemplateProp[],
  secrets: SecretPlaces,
): FieldProblem[] {
  const found = [
    ...secretProblems(secrets),
    ...connectorProblems(definition),
    ...propProblems(definition, props, secrets),
  ];
  return found.slice(0, 50);
}

function problem(place: readonly (string | number)[], message: string): FieldProblem {
  const field = ['definition', 'nodes', ...place].join('.');
  return { field, message: `${field} ${message}` };
}

function secretProblems({ literals }: SecretPlaces): FieldProblem[] {
  return literals.map(([nodeId, ...path]) =>
    problem(
      [nodeId, 'payload', ...path],
      'holds a secret: put {{$props.<key>}} there, with a sensitive prop',
    ),
  );
}

function connectorProblems(definition: JsonObject): FieldProblem[] {
  const nodes = ownValue(definition, 'nodes');
  if (!isJsonObject(nodes)) return [];
  return Object.entries(nodes).flatMap(([id, node]) => {
    const connector = isJsonObject(node) ? ownValue(node, 'connector') : undefined;
    if (!isJsonObject(connector)) return [];
    return ['id', 'walletAddress']
      .filter((key) => isConcrete(ownValue(connector, key)))
      .map((key) =>
        problem([id, 'connector', key], 'names a connector: leave it out or put {{$props.<key>}}'),
      );
  });
}

/** Anything but nothing and a string that is one expression. */
function isConcrete(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return false;
  const split = typeof value === 'string' ? splitText(value) : undefined;
  return !(split?.ok === true && split.parts.length === 1 && split.parts[0]?.kind === 'expression');
}

function propProblems(
  definition: JsonObject,
  props: readonly TemplateProp[],
  { all }: SecretPlaces,
): FieldProblem[] {
  const byKey = new Map(props.map((prop) => [prop.key, prop]));
  const sealed = new Set(all.map((place) => JSON.stringify(place)));
  const isSealed = ([nodeId, field, ...path]: PropPlace): boolean =>
    field === 'payload' && sealed.has(JSON.stringify([nodeId, ...path]));
  const misused = findProps(definition).flatMap(({ key, place }) => {
    const prop = byKey.get(key);
    if (key === '') return [problem(place, 'reads all props at once: name one')];
    if (prop === undefined)
      return [problem(place, `reads {{$props.${key}}}, which is not declared`)];
    if (prop.sensitive !== true || isSealed(place)) return [];
    return [problem(place, `would show the sensitive prop ${key}: no secret is kept there`)];
  });
  const unfilled = findUnfilledProps(definition);
  return [
    ...misused,
    ...unfilled.map((place) => problem(place, 'is never filled in: pass the prop as input')),
  ];
}
