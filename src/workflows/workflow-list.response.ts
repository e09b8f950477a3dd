import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { isJsonObject, type JsonObject, ownValue, setOwn } from '../../definition/json';
import type { Workflow } from '../database/entities';
import type { Outline } from './outline';
import { WorkflowItem } from './workflow.response';

class ConnectorUse {
  @ApiProperty({ example: 'slack' })
  type: string;

  constructor(type: string) {
    this.type = type;
  }
}

/** A workflow as lists have it: with the outline of its definition in place of the definition. */
export class WorkflowListItem extends WorkflowItem {
  @ApiPropertyOptional({ type: 'integer' })
  nodeCount?: number;

  @ApiPropertyOptional({
    type: 'integer',
    description:
      "Inputs in the definition's list `inputSchema`. The JSON Schema of a trigger is not counted.",
  })
  inputCount?: number;

  @ApiPropertyOptional({ description: 'Type of its first trigger.', example: 'manual' })
  triggerType?: string;

  @ApiPropertyOptional({ description: 'Title of its first trigger, else its type.' })
  triggerName?: string;

  @ApiPropertyOptional({ type: [ConnectorUse] })
  connectors?: ConnectorUse[];

  @ApiPropertyOptional({
    type: [String],
    description: 'Workflows that its `trigger-workflow` nodes start.',
  })
  linkedWorkflowIds?: string[];

  @ApiPropertyOptional({
    type: 'object',
    properties: {
      nodes: {
        type: 'object',
        additionalProperties: {
          type: 'object',
          properties: {
            type: { type: 'string' },
            branch: { type: 'string' },
            children: { type: 'array', items: { type: 'string' } },
            position: {
              type: 'object',
              properties: { x: { type: 'number' }, y: { type: 'number' } },
            },
          },
        },
      },
    },
    description: 'Its nodes without their payloads. Absent above 200 nodes.',
  })
  definitionSummary?: { nodes: JsonObject };

  constructor(workflow: Workflow, outline: Outline | undefined) {
    super(workflow);
    if (outline === undefined) return;
    this.nodeCount = outline.nodeCount;
    this.inputCount = outline.inputCount;
    this.triggerType = outline.triggerTypes[0];
    this.triggerName = outline.triggerName;
    this.connectors = outline.connectorTypes.map((type) => new ConnectorUse(type));
    this.linkedWorkflowIds = outline.linkedWorkflowIds;
    if (outline.nodes) this.definitionSummary = { nodes: placed(outline.nodes, workflow) };
  }
}

/** Adds the places that an editor has given the nodes. */
function placed(
  nodes: NonNullable<Outline['nodes']>,
  { uiMetadata }: Pick<Workflow, 'uiMetadata'>,
): JsonObject {
  const positions = uiMetadata ? ownValue(uiMetadata, 'nodePositions') : undefined;
  const shown: JsonObject = {};
  for (const [id, node] of Object.entries(nodes)) {
    const position = isJsonObject(positions) ? ownValue(positions, id) : undefined;
    setOwn(shown, id, { ...node, ...(isJsonObject(position) && { position }) });
  }
  return shown;
}
