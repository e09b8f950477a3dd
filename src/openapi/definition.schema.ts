import { ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import type { JsonObject } from '../../definition/json';
import { ApiJsonObject, ApiJsonObjectOptional } from './json-property';

/** The quickstart's workflow. */
export const EXAMPLE_DEFINITION = {
  nodes: {
    root: {
      type: 'manual',
      payload: {
        inputSchema: { type: 'object', properties: { message: { type: 'string' } } },
      },
      children: ['log_message'],
    },
    log_message: {
      type: 'log',
      payload: { message: 'Incoming message: {{$trigger.body.message}}' },
      children: [],
    },
  },
};

export class DefinitionNode {
  @ApiProperty({ description: 'A trigger or an action of the catalog.', example: 'log' })
  type: string;

  @ApiJsonObject({ description: 'What the node is given. Strings may hold `{{expressions}}`.' })
  payload: JsonObject;

  @ApiPropertyOptional({ type: [String], description: 'The nodes that follow, in order.' })
  children?: string[];

  @ApiPropertyOptional({
    description: 'Which outcome of the parent this node belongs to.',
    enum: ['then', 'else', 'resumed', 'timed_out', 'error'],
  })
  branch?: string;

  @ApiPropertyOptional({ type: [String], description: '`for-each`: the nodes run per item.' })
  loopBody?: string[];

  @ApiJsonObjectOptional({ description: '`{type, id}` of the connector it acts with.' })
  connector?: JsonObject;

  @ApiPropertyOptional()
  description?: string;

  @ApiPropertyOptional({ description: 'Title shown instead of that of the type.' })
  titleOverride?: string;

  @ApiJsonObjectOptional({ description: 'What its result has, for editors: kept, and not judged.' })
  resultSchema?: JsonObject;

  @ApiJsonObjectOptional({ description: 'The block that it came from.' })
  blockContext?: JsonObject;

  @ApiJsonObjectOptional({ description: '`maxAttempts`, `initialIntervalMs` and `backoff`.' })
  retry?: JsonObject;

  @ApiPropertyOptional({
    type: 'integer',
    description: 'Longest time of all attempts, milliseconds.',
  })
  timeoutMs?: number;
}

export class Definition {
  @ApiProperty({
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(DefinitionNode) },
    description: 'The nodes by id. A run starts at `root` unless `triggerNodeIds` says otherwise.',
    example: EXAMPLE_DEFINITION.nodes,
  })
  nodes: Record<string, DefinitionNode>;

  @ApiPropertyOptional({ type: [String] })
  triggerNodeIds?: string[];

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'Declared inputs: `{key, type, required, description}` each.',
  })
  inputSchema?: JsonObject[];

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description:
      'Declared variables: `{name, type, lifetime, default, description}` each. Those that the workflow lacks are made.',
  })
  variableDefs?: JsonObject[];
}
