import { ApiProperty } from '@nestjs/swagger';
import type { Issue } from '../../definition/issues';
import { DefinitionProblem, WorkflowView } from './workflow.response';

export class ImportedWorkflow {
  @ApiProperty({ type: WorkflowView })
  workflow: WorkflowView;

  @ApiProperty({
    type: [DefinitionProblem],
    description: 'What keeps the draft from being published.',
  })
  problems: readonly Issue[];

  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'integer' }] } },
    description:
      'Places of secrets, which files do not hold: the id of the node, then the path in its payload. They are to be set before the workflow runs.',
    example: [['charge', 'headers', 'authorization']],
  })
  missingSecrets: (string | number)[][];

  constructor(workflow: WorkflowView, problems: readonly Issue[], secrets: (string | number)[][]) {
    this.workflow = workflow;
    this.problems = problems;
    this.missingSecrets = secrets;
  }
}
