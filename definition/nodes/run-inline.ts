import { bindCondition } from '../condition/evaluate';
import type { Condition, Template } from '../expression/ast';
import { ExpressionError } from '../expression/budget';
import { resolveTemplate, type Scope } from '../expression/evaluate';
import { isJsonObject, type JsonObject } from '../json';
import { invalidInput, type PureOutcome } from './pure-node';
import { PURE_NODES } from './pure-nodes';

/** What a node was given, and what came of it. `input` is empty when it could not be resolved. */
export interface InlineRun {
  input: JsonObject;
  outcome: PureOutcome;
}

/**
 * Resolves the payload of an inline node (a template of `parsePayload`) and runs it.
 * What goes wrong is an outcome; nothing is thrown.
 */
export function runInline(
  type: string,
  payload: Template,
  scope: Scope,
  { nowIso }: { nowIso: string },
): InlineRun {
  let input: JsonObject = {};
  try {
    const resolved = resolveTemplate(payload, scope);
    if (!isJsonObject(resolved)) {
      return { input, outcome: invalidInput('The payload must be an object.') };
    }
    input = resolved;
    const condition = conditionIn(payload);
    const holds = condition && bindCondition(condition, scope);
    const outcome = PURE_NODES.get(type)?.run(input, { nowIso, ...(holds && { holds }) });
    return { input, outcome: outcome ?? unknownType(type) };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { input, outcome: { ok: false, error: { code: error.code, message: error.message } } };
  }
}

function conditionIn(payload: Template): Condition | undefined {
  if (payload.kind !== 'object') return undefined;
  for (const [, field] of payload.entries) {
    if (field.kind === 'condition') return field.condition;
  }
  return undefined;
}

function unknownType(type: string): PureOutcome {
  return { ok: false, error: { code: 'unknown_type', message: `\`${type}\` is no inline node.` } };
}
