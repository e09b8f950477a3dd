import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBody, ApiExtraModels, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { isJsonObject, type JsonObject } from '../../definition/json';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { WithTopLevel } from '../common/envelope';
import { ApiError } from '../common/errors';
import { Definition, DefinitionNode } from '../openapi/definition.schema';
import { AnswersEmpty, AnswersWith, AnswersWithCursorPageOf, Fails } from '../openapi/responses';
import { DefinitionsService } from './definitions.service';
import { CreateWorkflowDto, UpdateWorkflowDto } from './workflow.dto';
import { ListWorkflowsQuery } from './workflow-list.query';
import { WorkflowListItem } from './workflow-list.response';
import { ValidationVerdict, WorkflowView } from './workflow.response';
import { WorkflowLifecycleService } from './workflow-lifecycle.service';
import { WorkflowListService } from './workflow-list.service';
import { WorkflowsService } from './workflows.service';

@ApiTags('Workflows')
@ApiExtraModels(Definition, DefinitionNode)
@Controller('v1/workflows')
export class WorkflowsController {
  constructor(
    private readonly workflows: WorkflowsService,
    private readonly lists: WorkflowListService,
    private readonly lifecycle: WorkflowLifecycleService,
    private readonly definitions: DefinitionsService,
  ) {}

  @Get()
  @Operation('listWorkflows', {
    summary: 'List workflows',
    description: 'The page is in `data`, and again as `workflows` and `hasMore` beside it.',
  })
  @AnswersWithCursorPageOf(
    WorkflowListItem,
    {},
    {
      workflows: { type: 'array', items: { $ref: getSchemaPath(WorkflowListItem) } },
      hasMore: { type: 'boolean' },
    },
  )
  @Fails('invalidFields')
  async listWorkflows(
    @CurrentCaller() caller: Caller,
    @Query() query: ListWorkflowsQuery,
  ): Promise<WithTopLevel> {
    const page = await this.lists.list(caller, query);
    return new WithTopLevel(page, { workflows: page.items, hasMore: page.hasMore });
  }

  @Post()
  @HttpCode(200)
  @Operation('createWorkflow', {
    summary: 'Create a workflow as a draft',
    description:
      'A draft may have problems of meaning; publishing tells them all. With `templateId` and `propValues` it is made from a template.',
  })
  @AnswersWith(WorkflowView)
  @Fails('malformedJson', 'invalidFields', 'invalidDefinition', 'definitionTooLarge')
  @Fails('invalidPropValues', 'templateNotFound', 'templateArchived')
  createWorkflow(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateWorkflowDto,
  ): Promise<WorkflowView> {
    return this.workflows.create(caller, body);
  }

  @Post('validate')
  @HttpCode(200)
  @Operation('validateWorkflow', {
    summary: 'Tell all problems of a definition without saving it',
    description: 'Takes what `createWorkflow` takes, `{definition}`, or a bare definition.',
  })
  @ApiBody({
    schema: {
      anyOf: [{ $ref: getSchemaPath(CreateWorkflowDto) }, { $ref: getSchemaPath(Definition) }],
    },
  })
  @AnswersWith(ValidationVerdict)
  @Fails('malformedJson', 'definitionTooLarge')
  async validateWorkflow(
    @CurrentCaller() { organizationId }: Caller,
    @Body() body: unknown,
  ): Promise<ValidationVerdict> {
    if (!isJsonObject(body)) throw new ApiError('bodyNotObject');
    const judged = await this.definitions.check(organizationId, ...definitionOf(body));
    return new ValidationVerdict(judged.problems, judged.warnings);
  }

  @Get(':id')
  @Operation('getWorkflow', {
    summary: 'Read a workflow',
    description: 'With the definition that an edit starts from: the draft, else the live version.',
  })
  @AnswersWith(WorkflowView)
  @Fails('workflowNotFound')
  getWorkflow(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<WorkflowView> {
    return this.workflows.get(caller, id);
  }

  @Put(':id')
  @Operation('updateWorkflow', {
    summary: 'Change a workflow',
    description: 'Another definition becomes a new draft version; the same one changes nothing.',
  })
  @AnswersWith(WorkflowView)
  @Fails(
    'invalidFields',
    'invalidDefinition',
    'workflowArchived',
    'workflowNotFound',
    'versionConflict',
  )
  updateWorkflow(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: UpdateWorkflowDto,
  ): Promise<WorkflowView> {
    return this.workflows.update(caller, id, body);
  }

  @Delete(':id')
  @Operation('archiveWorkflow', { summary: 'Archive a workflow' })
  @AnswersEmpty()
  @Fails('workflowNotFound')
  archiveWorkflow(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.lifecycle.archive(caller, id);
  }
}

/** The definition in a body that holds one, or that is one; and the name to judge with it. */
function definitionOf(body: JsonObject): [definition: unknown, name?: string] {
  if (!Object.hasOwn(body, 'definition')) return [body];
  const { definition, name } = body;
  return typeof name === 'string' ? [definition, name] : [definition];
}
