import { createHash } from 'node:crypto';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { tagSlug } from './tag-slug';

/** A label by which templates, actions and triggers are found. */
export class TagView {
  @ApiProperty({ description: 'The same for the same slug.', example: 'tag_9f86d081884c' })
  id: string;

  @ApiProperty({ example: 'Order reports' })
  name: string;

  @ApiProperty({ example: 'order-reports' })
  slug: string;

  @ApiPropertyOptional({ type: [String] })
  categories?: string[];

  @ApiPropertyOptional({
    type: 'integer',
    description: 'How many have it, in the scope asked for.',
  })
  count?: number;

  @ApiPropertyOptional({ type: 'integer' })
  publicTemplateCount?: number;

  @ApiPropertyOptional({ type: 'integer' })
  promotedTemplateCount?: number;

  @ApiPropertyOptional({ type: 'integer', description: 'Higher is more prominent.' })
  weight?: number;

  constructor(name: string, slug = tagSlug(name)) {
    this.id = `tag_${createHash('sha256').update(slug).digest('hex').slice(0, 12)}`;
    this.name = name;
    this.slug = slug;
  }
}
