import { ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import type { PublicNode } from './public-view';

/** A node as everybody sees it. */
export class PublicNodeView implements PublicNode {
  @ApiProperty({ example: 'http-request' })
  type: string;

  @ApiProperty({ type: [String] })
  children: string[];

  @ApiPropertyOptional({ type: [String], description: '`for-each` only.' })
  loopBody?: string[];

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: false,
    description: 'Always empty, for clients that need a node to have one. Not in a run.',
  })
  payload?: Record<string, never>;

  constructor({ type, children, loopBody }: PublicNode) {
    this.type = type;
    this.children = children;
    if (loopBody !== undefined) this.loopBody = loopBody;
    this.payload = {};
  }
}

/** As a property: nodes by id. */
export const NODES_BY_ID = {
  type: 'object',
  additionalProperties: { $ref: getSchemaPath(PublicNodeView) },
  description: 'By id.',
} as const;
