import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export interface AttributedRow {
  txHash: string;
  runId: string;
  runStatus: string;
  workflowId: string;
  workflowName: string | null;
  nodeId: string;
  actionType: string;
  startedAt: Date;
}

/** The run whose action sent a transaction. */
export class TransactionAttribution {
  @ApiProperty()
  txHash: string;

  @ApiProperty()
  runId: string;

  @ApiProperty()
  runStatus: string;

  @ApiProperty({ description: 'Empty for an inline run.' })
  workflowId: string;

  @ApiPropertyOptional()
  workflowName?: string;

  @ApiProperty()
  nodeId: string;

  @ApiProperty({ description: 'Type of the node.' })
  actionType: string;

  @ApiProperty({ format: 'date-time' })
  startedAt: string;

  constructor(txHash: string, row: AttributedRow) {
    this.txHash = txHash;
    this.runId = row.runId;
    this.runStatus = row.runStatus;
    this.workflowId = row.workflowId;
    this.workflowName = row.workflowName ?? undefined;
    this.nodeId = row.nodeId;
    this.actionType = row.actionType;
    this.startedAt = row.startedAt.toISOString();
  }
}
