import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Response } from 'express';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { AnswersWith, Fails } from '../openapi/responses';
import { FILE_TYPES } from './workflow-file';
import { ExportWorkflowQuery, ImportWorkflowDto } from './workflow-files.dto';
import { ImportedWorkflow } from './workflow-files.response';
import { WorkflowFilesService } from './workflow-files.service';

@ApiTags('Workflows')
@ApiExtraModels(ImportWorkflowDto)
@Controller('v1/workflows')
export class WorkflowFilesController {
  constructor(private readonly files: WorkflowFilesService) {}

  @Get(':id/export')
  @Operation('exportWorkflow', {
    summary: 'Download a workflow as a file',
    description:
      'JSON or YAML, without an envelope. It holds what an author made: names, limits, drawing and definition, with `***` for secrets, and no ids.',
  })
  @ApiResponse({
    status: 200,
    content: {
      'application/json': { schema: { $ref: getSchemaPath(ImportWorkflowDto) } },
      // The schema of what the text means: tools parse YAML before they look.
      'application/yaml': { schema: { $ref: getSchemaPath(ImportWorkflowDto) } },
    },
  })
  @Fails('invalidFields', 'workflowNotFound', 'versionNotFound')
  async exportWorkflow(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Query() { format = 'json', version }: ExportWorkflowQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { name, text } = await this.files.export(caller, id, format, version);
    response.attachment(name).type(FILE_TYPES[format]).send(text);
  }

  @Post('import')
  @HttpCode(200)
  @Operation('importWorkflow', {
    summary: 'Make a draft out of a file',
    description:
      'The file is the body, in JSON or, as `application/yaml`, in YAML without references. The draft is made with its problems, which the answer tells.',
  })
  @AnswersWith(ImportedWorkflow)
  @Fails(
    ...(['malformedJson', 'malformedYaml', 'invalidFields'] as const),
    ...(['invalidDefinition', 'definitionTooLarge'] as const),
    ...(['invalidPropValues', 'templateNotFound', 'templateArchived'] as const),
  )
  importWorkflow(
    @CurrentCaller() caller: Caller,
    @Body() body: ImportWorkflowDto,
  ): Promise<ImportedWorkflow> {
    return this.files.import(caller, body);
  }
}
