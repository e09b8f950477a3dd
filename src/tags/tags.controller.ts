import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import type { Page } from '../common/pagination';
import { AnswersWithPageOf, AnswersWithTexts, Fails } from '../openapi/responses';
import { TagView } from '../templates/tag.response';
import { TagsQuery } from './tags.dto';
import { TagsService } from './tags.service';

@ApiTags('Tags')
@Controller('v1/tags')
export class TagsController {
  constructor(private readonly tags: TagsService) {}

  @Get()
  @Operation('listTags', {
    summary: 'List the tags of templates, actions and triggers',
    description: 'The most used first.',
  })
  @AnswersWithPageOf(TagView)
  @Fails('invalidFields')
  listTags(@CurrentCaller() caller: Caller, @Query() query: TagsQuery): Promise<Page<TagView>> {
    return this.tags.list(caller, query);
  }

  @Get('categories')
  @Operation('listTagCategories', { summary: 'List the categories that tags are in' })
  @AnswersWithTexts()
  listTagCategories(@CurrentCaller() caller: Caller): Promise<string[]> {
    return this.tags.categories(caller);
  }
}
