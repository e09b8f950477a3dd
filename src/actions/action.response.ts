import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { NodeSpec } from '../../definition/catalog';
import type { Json, JsonObject } from '../../definition/json';
import { ApiJsonObjectOptional } from '../openapi/json-property';

export class ConnectorNeed {
  @ApiProperty({ description: 'Type of the connector that the node must name.' })
  type: string;

  @ApiProperty()
  required: boolean;

  constructor(need: { type: string; required: boolean }) {
    this.type = need.type;
    this.required = need.required;
  }
}

/** What one type of node takes and gives. */
export class ActionView {
  @ApiProperty({ example: 'http-request' })
  type: string;

  @ApiProperty({ example: 'HTTP request' })
  name: string;

  @ApiProperty()
  description: string;

  @ApiProperty({ example: 'Utility' })
  category: string;

  @ApiProperty({ type: [String] })
  tags: string[];

  @ApiJsonObjectOptional({
    description: 'JSON Schema of `payload`; not with `summary`. Any string may hold an expression.',
  })
  payloadSchema?: JsonObject;

  @ApiJsonObjectOptional({ description: 'JSON Schema of `result`; not with `summary`.' })
  resultSchema?: JsonObject;

  @ApiPropertyOptional({ type: ConnectorNeed })
  connector?: ConnectorNeed;

  @ApiPropertyOptional({
    type: [String],
    description: 'Outcomes that children choose with `branch`, beside `error`.',
  })
  branches?: readonly string[];

  @ApiPropertyOptional({
    description: 'Whether running it twice can be noticed outside; not with `summary`.',
  })
  sideEffects?: boolean;

  @ApiJsonObjectOptional({ description: 'Not with `summary`.' })
  exampleInput?: JsonObject;

  @ApiJsonObjectOptional({ description: 'Not with `summary`.' })
  exampleOutput?: Json;

  constructor(spec: NodeSpec) {
    this.type = spec.type;
    this.name = spec.title;
    this.description = spec.description;
    this.category = spec.category;
    this.tags = spec.tags;
    this.payloadSchema = spec.payloadSchema;
    this.resultSchema = spec.resultSchema;
    this.connector = spec.connector && new ConnectorNeed(spec.connector);
    this.branches = spec.branches;
    this.sideEffects = spec.behaviour.sideEffects;
    this.exampleInput = spec.example.payload;
    this.exampleOutput = spec.example.result;
  }
}

export type ActionSummary = Pick<ActionView, 'type' | 'name' | 'description' | 'category' | 'tags'>;

export function actionSummary(spec: NodeSpec): ActionSummary {
  const { type, title, description, category, tags } = spec;
  return { type, name: title, description, category, tags };
}
