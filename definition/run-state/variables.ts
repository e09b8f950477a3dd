import { isJsonObject, isStorable, ownValue, setOwn, type Json, type JsonObject } from '../json';
import { MAX_VARIABLE_SIZE } from '../limits';
import { kindOf } from '../nodes/pure-node';
import { isTooLarge, variableTypeOf, type RunVariable } from '../variables';
import { fail } from './resolve';
import { settle } from './settle';
import type { Place, Turn } from './turn';
import type { RunVariables } from './types';

export function variablesAtStart(variables: readonly RunVariable[]): RunVariables {
  const values: JsonObject = {};
  const kinds: RunVariables['kinds'] = {};
  for (const { name, type, lifetime, value } of variables) {
    setOwn(values, name, value);
    setOwn(kinds, name, { type, scope: lifetime === 'persist' ? 'workflow' : 'run' });
  }
  return { values, kinds };
}

/**
 * `set-variable`: what comes after it in this run reads the new value. The record takes it from the
 * node's row, in the transaction that writes its success.
 */
export function setVariable(turn: Turn, place: Place, input: JsonObject): void {
  const name = typeof input.name === 'string' ? input.name : '';
  const variables = turn.state.variables;
  const kind = variables && ownValue(variables.kinds, name);
  const value = input.value ?? null;
  if (!variables || !kind) {
    fail(
      turn,
      place,
      'unknown_variable',
      `The workflow had no variable \`${name}\` when the run started.`,
    );
    return;
  }
  if (variableTypeOf(value) !== kind.type) {
    const message = `\`${name}\` is of the type \`${kind.type}\`, and \`value\` is ${kindOf(value)}.`;
    fail(turn, place, 'invalid_input', message);
    return;
  }
  if (!isStorable(value)) {
    const message = `\`${name}\` can't be written: \`value\` holds a NUL character or half a surrogate pair.`;
    fail(turn, place, 'invalid_input', message);
    return;
  }
  if (isTooLarge(value)) {
    const message = `A variable has at most ${MAX_VARIABLE_SIZE} bytes as JSON, \`value\` has more.`;
    fail(turn, place, 'variable_too_large', message);
    return;
  }
  const oldValue = ownValue(variables.values, name) ?? null;
  const result = { name, scope: kind.scope, oldValue, newValue: value };
  settle(turn, place, { kind: 'success', result });
  // A result too many for the run makes a failure of it.
  if (place.node.status === 'success') setOwn(variables.values, name, value);
}

/** A retry sees what the run has written that it retries, and does not write it again. */
export function takeOverVariable(turn: Turn, result: Json): void {
  const { variables } = turn.state;
  if (!variables || !isJsonObject(result) || typeof result.name !== 'string') return;
  const { name, newValue = null } = result;
  if (Object.hasOwn(variables.kinds, name)) setOwn(variables.values, name, newValue);
}
