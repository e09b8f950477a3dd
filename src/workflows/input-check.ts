import type { Issue } from '../../definition/issues';
import { isJsonObject, type JsonObject, ownValue, setOwn } from '../../definition/json';
import type { WorkflowDefinition, WorkflowInput } from '../../definition/types';
import type { FieldProblem } from '../common/errors';
import { compileSchema, type SchemaCheck } from '../common/json-schema';

/** Gives the problems of a run's payload, none when it fits. */
export type InputCheck = (payload: JsonObject) => FieldProblem[];

/**
 * What the payload of a run must be: the JSON Schema in the trigger's `payload.inputSchema` and the list of
 * inputs on the definition, both when both are there. Throws when the schema is not one.
 */
export function compileInputCheck(
  definition: WorkflowDefinition,
  triggerNodeId: string,
): InputCheck {
  const schema = inputSchemaOf(definition, triggerNodeId);
  const checks: SchemaCheck[] = [];
  if (schema !== undefined) checks.push(compileSchema(schema));
  if (definition.inputSchema) checks.push(compileSchema(schemaOfInputs(definition.inputSchema)));
  return (payload) =>
    checks
      .flatMap((check) => check(payload))
      .map(({ field, message }) => ({
        ...(field !== '' && { field }),
        message: `${field === '' ? 'payload' : field} ${message}`,
      }));
}

/** The first trigger whose input schema does not compile, as a problem of the definition. */
export function inputSchemaProblem(definition: WorkflowDefinition): Issue | undefined {
  for (const nodeId of Object.keys(definition.nodes)) {
    const schema = inputSchemaOf(definition, nodeId);
    if (schema === undefined) continue;
    try {
      compileSchema(schema);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return {
        type: 'nodes',
        code: 'input_schema_invalid',
        nodeId,
        field: 'payload.inputSchema',
        message: `\`inputSchema\` is no JSON Schema that can be used: ${reason}`,
      };
    }
  }
  return undefined;
}

function inputSchemaOf(definition: WorkflowDefinition, nodeId: string): JsonObject | undefined {
  const node = ownValue(definition.nodes, nodeId);
  const schema = node && ownValue(node.payload, 'inputSchema');
  return node?.type === 'manual' && isJsonObject(schema) ? schema : undefined;
}

function schemaOfInputs(inputs: readonly WorkflowInput[]): JsonObject {
  const properties: JsonObject = {};
  for (const { key, type } of inputs) setOwn(properties, key, type === undefined ? {} : { type });
  const required = inputs.filter((input) => input.required === true).map(({ key }) => key);
  return { type: 'object', properties, required: [...new Set(required)] };
}
