import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { WorkflowRelease } from '../database/entities';

/** That a version of a workflow was put to work. */
export class ReleaseView {
  @ApiProperty({ type: 'integer', description: '1, 2, 3 ... in each workflow.' })
  releaseVersion: number;

  @ApiProperty()
  workflowId: string;

  @ApiProperty({ type: 'integer', description: 'The version that became the live one.' })
  workflowVersion: number;

  @ApiProperty({ enum: ['release', 'revert'] })
  kind: string;

  @ApiPropertyOptional({
    type: 'integer',
    description: 'Of a revert to a release: its `releaseVersion`.',
  })
  revertedTo?: number;

  @ApiProperty({ description: 'Id of the user or service account.' })
  createdBy: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  constructor(release: WorkflowRelease) {
    this.releaseVersion = release.number;
    this.workflowId = release.workflowId;
    this.workflowVersion = release.workflowVersion;
    this.kind = release.kind;
    this.revertedTo = release.revertedTo ?? undefined;
    this.createdBy = release.createdBy;
    this.createdAt = release.createdAt.toISOString();
  }
}
