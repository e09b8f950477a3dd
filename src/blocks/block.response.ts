import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import type { JsonObject } from '../../definition/json';
import type { BlockVersion } from '../database/entities';
import { DefinitionNode } from '../openapi/definition.schema';
import { ApiJsonObjectOptional } from '../openapi/json-property';
import { TagView } from '../templates/tag.response';
import type { ShownBlock } from './block-store';

const TYPES = ['string', 'number', 'boolean', 'object', 'array'];

export const EXAMPLE_BLOCK = {
  inputSchema: [{ key: 'url', type: 'string', required: true }],
  nodes: {
    call: {
      type: 'http-request',
      payload: { url: '{{$inputs.url}}', method: 'GET' },
      children: [],
    },
  },
  outputSchema: [{ key: 'status', type: 'number', sourceNode: 'call', sourceField: 'status' }],
};

export class BlockInput {
  @ApiProperty({ description: 'Read as `{{$inputs.<key>}}`.', example: 'url' })
  key: string;

  @ApiPropertyOptional({ enum: TYPES })
  type?: string;

  @ApiPropertyOptional()
  required?: boolean;

  @ApiPropertyOptional()
  description?: string;
}

export class BlockOutputView {
  @ApiProperty({ description: 'Read as `{{<block node>.result.<key>}}`.', example: 'status' })
  key: string;

  @ApiPropertyOptional({ enum: TYPES })
  type?: string;

  @ApiProperty({ description: 'A node of the block, outside of its loops.', example: 'call' })
  sourceNode: string;

  @ApiPropertyOptional({
    description: 'Dotted path into its result; left out for the whole result.',
    example: 'status',
  })
  sourceField?: string;

  @ApiPropertyOptional()
  description?: string;

  @ApiJsonObjectOptional({ description: 'What is in an object or array, for who chooses a field.' })
  properties?: JsonObject;
}

@ApiExtraModels(DefinitionNode)
export class BlockContent {
  @ApiProperty({
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(DefinitionNode) },
    description: 'The nodes by id. The block begins at the one that nothing leads to.',
    example: EXAMPLE_BLOCK.nodes,
  })
  nodes: Record<string, DefinitionNode>;

  @ApiPropertyOptional({ type: [BlockInput] })
  inputSchema?: BlockInput[];

  @ApiPropertyOptional({ type: [BlockOutputView] })
  outputSchema?: BlockOutputView[];
}

export class BlockView {
  @ApiProperty({ example: 'blk_0VUz1ZBkxMoX9wcXJLPl7a' })
  id: string;

  @ApiProperty()
  organizationId: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  description: string;

  @ApiProperty({ type: [TagView] })
  tags: TagView[];

  @ApiProperty({ type: BlockContent, description: 'Secrets are `***`.', example: EXAMPLE_BLOCK })
  definition: JsonObject;

  @ApiProperty({ type: 'integer', description: 'The version shown.' })
  version: number;

  @ApiProperty({ type: 'integer', description: 'The newest version.' })
  currentVersion: number;

  @ApiProperty()
  archived: boolean;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  @ApiProperty()
  createdBy: string;

  @ApiProperty()
  updatedBy: string;

  @ApiProperty({ description: 'Who made the version shown.' })
  versionCreatedBy: string;

  /** `mask` hides secrets. */
  constructor(
    block: Omit<ShownBlock, 'shown'>,
    version: BlockVersion,
    mask: (definition: JsonObject) => JsonObject,
  ) {
    this.id = block.id;
    this.organizationId = block.organizationId;
    this.name = version.name;
    this.description = version.description;
    this.tags = version.tags.map((name) => new TagView(name));
    this.definition = mask(version.definition);
    this.version = version.number;
    this.currentVersion = block.currentVersion;
    this.archived = block.archivedAt !== null;
    this.createdAt = block.createdAt.toISOString();
    this.updatedAt = block.updatedAt.toISOString();
    this.createdBy = block.createdBy;
    this.updatedBy = block.updatedBy;
    this.versionCreatedBy = version.createdBy;
  }
}

/** Something that has a block in it. */
export class BlockUse {
  @ApiProperty({ enum: ['workflow', 'block'] })
  type: 'workflow' | 'block';

  @ApiProperty({ example: 'wf_0VUz1ZBkxMoX9wcXJLPl7a' })
  id: string;

  @ApiProperty()
  name: string;

  constructor({ type, id, name }: BlockUse) {
    this.type = type;
    this.id = id;
    this.name = name;
  }
}
