import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { NodeSpec } from '../../definition/catalog';
import type { JsonObject } from '../../definition/json';
import { ConnectorNeed } from '../actions/action.response';
import { ApiJsonObjectOptional } from '../openapi/json-property';

/** What one type of trigger takes and gives. */
export class TriggerView {
  @ApiProperty({ example: 'manual' })
  type: string;

  @ApiProperty({ example: 'Manual' })
  name: string;

  @ApiProperty()
  description: string;

  @ApiProperty({ type: [String] })
  tags: string[];

  @ApiJsonObjectOptional({
    description: "JSON Schema of the trigger node's `payload`; not with `summary`.",
  })
  payloadSchema?: JsonObject;

  @ApiJsonObjectOptional({
    description: 'JSON Schema of what later nodes read at `$trigger`; not with `summary`.',
  })
  resultSchema?: JsonObject;

  @ApiJsonObjectOptional({
    description: 'JSON Schema of `triggerConfig`, when a `wait` can use this trigger.',
  })
  waitPayloadSchema?: JsonObject;

  @ApiPropertyOptional({ type: ConnectorNeed })
  connector?: ConnectorNeed;

  constructor(spec: NodeSpec) {
    this.type = spec.type;
    this.name = spec.title;
    this.description = spec.description;
    this.tags = spec.tags;
    this.payloadSchema = spec.payloadSchema;
    this.resultSchema = spec.resultSchema;
    this.waitPayloadSchema = spec.waitPayloadSchema;
    this.connector = spec.connector && new ConnectorNeed(spec.connector);
  }
}

export type TriggerSummary = Pick<TriggerView, 'type' | 'name' | 'description' | 'tags'>;

export function triggerSummary(spec: NodeSpec): TriggerSummary {
  const { type, title, description, tags } = spec;
  return { type, name: title, description, tags };
}
