import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { ApiError } from '../common/errors';
import { AnswersWith, Fails } from '../openapi/responses';
import {
  RESOURCE_TYPES,
  type ResourceType,
  SearchQuery,
  SimilarQuery,
  singular,
} from './search.dto';
import { SearchResponse } from './search.response';
import { SearchService } from './search.service';

@ApiTags('Search')
@Controller('v1/search')
export class SearchController {
  constructor(private readonly service: SearchService) {}

  @Get()
  @Operation('search', {
    summary: 'Find workflows, templates, actions and triggers by words',
    description: '`limit` and `offset` count for each type.',
  })
  @AnswersWith(SearchResponse)
  @Fails('invalidFields')
  search(@CurrentCaller() caller: Caller, @Query() query: SearchQuery): Promise<SearchResponse> {
    return this.service.search(caller, query);
  }

  @Get('similar/:type/:id')
  @Operation('findSimilar', {
    summary: 'Find what shares words with a resource, of the same type',
  })
  @ApiParam({ name: 'type', enum: RESOURCE_TYPES })
  @ApiParam({ name: 'id', description: 'Id, or the type of an action or trigger.' })
  @AnswersWith(SearchResponse)
  @Fails(
    ...(['invalidFields', 'templateNotFound', 'actionNotFound'] as const),
    ...(['triggerNotFound', 'connectorTypeNotFound', 'workflowNotFound'] as const),
  )
  findSimilar(
    @CurrentCaller() caller: Caller,
    @Param('type') type: string,
    @Param('id') id: string,
    @Query() { limit }: SimilarQuery,
  ): Promise<SearchResponse> {
    return this.service.similar(caller, readType(type), id, limit);
  }
}

function readType(text: string): ResourceType {
  const type = RESOURCE_TYPES.find((one) => one === singular(text));
  if (type !== undefined) return type;
  const message = `type must be one of ${RESOURCE_TYPES.join(', ')}`;
  throw ApiError.fields([{ field: 'type', message }]);
}
