import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import type { CursorPage } from '../common/pagination';
import { AnswersEmpty, AnswersWith, AnswersWithCursorPageOf, Fails } from '../openapi/responses';
import { CreateDocumentDto, ListDocumentsQuery, UpdateDocumentDto } from './knowledge.dto';
import { DocumentItem, DocumentView } from './knowledge.response';
import { KnowledgeService } from './knowledge.service';

@ApiTags('Organizations')
@ApiParam({ name: 'orgId' })
@Controller('v1/organizations/:orgId/knowledge')
export class KnowledgeController {
  constructor(private readonly knowledge: KnowledgeService) {}

  @Get()
  @Operation('listKnowledge', {
    summary: 'List or find the documents of an organization',
    description: 'Without their texts.',
  })
  @AnswersWithCursorPageOf(DocumentItem)
  @Fails('invalidFields', 'organizationNotFound')
  listKnowledge(
    @CurrentCaller() caller: Caller,
    @Query() query: ListDocumentsQuery,
  ): Promise<CursorPage<DocumentItem>> {
    return this.knowledge.list(caller, query);
  }

  @Post()
  @HttpCode(200)
  @Operation('createKnowledge', {
    summary: 'Add a document',
    description: 'An organization has at most 1,000.',
  })
  @AnswersWith(DocumentView)
  @Fails('malformedJson', 'invalidFields', 'organizationNotFound', 'tooManyDocuments')
  createKnowledge(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateDocumentDto,
  ): Promise<DocumentView> {
    return this.knowledge.create(caller, body);
  }

  @Get(':id')
  @Operation('getKnowledge', { summary: 'Read a document' })
  @AnswersWith(DocumentView)
  @Fails('organizationNotFound', 'documentNotFound')
  getKnowledge(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<DocumentView> {
    return this.knowledge.get(caller, id);
  }

  @Patch(':id')
  @Operation('updateKnowledge', { summary: 'Change a document' })
  @AnswersWith(DocumentView)
  @Fails('malformedJson', 'invalidFields', 'organizationNotFound', 'documentNotFound')
  updateKnowledge(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: UpdateDocumentDto,
  ): Promise<DocumentView> {
    return this.knowledge.update(caller, id, body);
  }

  @Delete(':id')
  @Operation('deleteKnowledge', { summary: 'Delete a document' })
  @AnswersEmpty()
  @Fails('organizationNotFound', 'documentNotFound')
  deleteKnowledge(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.knowledge.delete(caller, id);
  }
}
