import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { RESOURCE_TYPES, type ResourceType } from './search.dto';

export class SearchHit {
  @ApiProperty({ description: 'Id, or the type of an action or trigger.' })
  id: string;

  @ApiProperty({ enum: RESOURCE_TYPES })
  type: ResourceType;

  @ApiProperty()
  name: string;

  @ApiPropertyOptional()
  description?: string;

  @ApiPropertyOptional()
  category?: string;

  @ApiPropertyOptional({ type: [String] })
  tags?: string[];

  @ApiPropertyOptional({ description: 'Of a workflow.' })
  status?: string;

  @ApiPropertyOptional({ description: 'Type of the trigger of a workflow.' })
  workflowType?: string;

  @ApiProperty({ type: Number, description: 'Higher is better; from 0 to 1.' })
  score: number;
}

export class SearchResponse {
  @ApiPropertyOptional()
  query?: string;

  @ApiProperty({ type: [SearchHit], description: 'The best first, whatever their type.' })
  results: SearchHit[];

  @ApiProperty({
    type: 'integer',
    description:
      'All that match, of all types asked for. Above 1,000 workflows or templates not all are counted.',
  })
  totalHits: number;

  @ApiProperty({ type: 'integer' })
  processingTimeMs: number;

  constructor(found: { results: SearchHit[]; totalHits: number }, sinceMs: number, query?: string) {
    this.results = found.results;
    this.totalHits = found.totalHits;
    this.processingTimeMs = Math.round(performance.now() - sinceMs);
    if (query !== undefined) this.query = query;
  }
}
