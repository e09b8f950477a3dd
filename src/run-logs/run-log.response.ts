import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Json } from '../../definition/json';
import { fieldOf, LEVEL_OF, type LogEvent, type LogRow } from './run-log-rows';
import { LOG_LEVELS, type LogLevel } from './run-log.query';

/** What is said of events that bring no message of their own. */
const TEXTS: Partial<Record<LogEvent, string>> = {
  run_started: 'The run has started.',
  run_completed: 'The run has succeeded.',
  run_partial: 'The run has succeeded in part.',
  run_failed: 'The run has failed.',
  run_cancelled: 'The run was cancelled.',
  node_started: 'The first attempt begins.',
  node_retrying: 'Another attempt begins.',
};

export class RunLogLine {
  @ApiProperty({ type: 'integer', description: 'Number of the event that it belongs to.' })
  seq: number;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({
    enum: LOG_LEVELS,
    description:
      '`info`: log nodes, start and end. `error`: what failed. `warn`: attempts that failed and were tried again, and a run that was cancelled or succeeded in part. `debug`: attempts that begin.',
  })
  level: LogLevel;

  @ApiProperty({ example: 'node_failed' })
  event: string;

  @ApiProperty()
  message: string;

  @ApiPropertyOptional({ description: 'Stable name of an error.', example: 'http_timeout' })
  code?: string;

  @ApiPropertyOptional()
  nodeId?: string;

  @ApiPropertyOptional({ description: 'Address of the node.', example: 'loop[3]/charge' })
  path?: string;

  @ApiPropertyOptional({ example: 'http-request' })
  nodeType?: string;

  @ApiPropertyOptional({ type: 'integer' })
  attempt?: number;

  constructor({ seq, at, event, data, message }: LogRow) {
    this.seq = seq;
    this.at = at.toISOString();
    this.level = LEVEL_OF.get(event) ?? 'info';
    this.event = event;
    this.message = textOf(message) ?? TEXTS[event] ?? '';
    this.code = stringOf(fieldOf(data.error, 'code'));
    this.nodeId = stringOf(data.nodeId);
    this.path = stringOf(data.path);
    this.nodeType = stringOf(data.nodeType);
    this.attempt = typeof data.attempt === 'number' ? data.attempt : undefined;
  }
}

/** A log node takes any value. */
function textOf(message: Json): string | undefined {
  if (message === null) return undefined;
  return typeof message === 'string' ? message : JSON.stringify(message);
}

function stringOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
