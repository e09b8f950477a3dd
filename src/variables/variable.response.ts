import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Json } from '../../definition/json';
import {
  VARIABLE_LIFETIMES,
  VARIABLE_TYPES,
  type VariableLifetime,
  type VariableScope,
  type VariableType,
} from '../../definition/variables';
import type { VariableWrite, WorkflowVariable } from '../database/entities';
import { VARIABLE_OPS, type VariableOp } from '../database/entities/variable-write.entity';
import { ApiAnyJsonOptional } from '../openapi/json-property';

export class VariableDefView {
  @ApiProperty({ example: 'lastOrder' })
  name: string;

  @ApiProperty({ enum: VARIABLE_TYPES })
  type: VariableType;

  @ApiProperty({ enum: VARIABLE_LIFETIMES })
  lifetime: VariableLifetime;

  @ApiAnyJsonOptional()
  default?: Json;

  @ApiProperty()
  description: string;

  constructor({ name, type, lifetime, defaultValue, description }: WorkflowVariable) {
    this.name = name;
    this.type = type;
    this.lifetime = lifetime;
    this.default = defaultValue ?? undefined;
    this.description = description;
  }
}

export class VariableView {
  @ApiProperty({ type: VariableDefView })
  def: VariableDefView;

  @ApiProperty({
    description: 'Whether something was written, so that the default does not count.',
  })
  hasValue: boolean;

  @ApiAnyJsonOptional({ description: 'What a run finds that starts now.' })
  value?: Json;

  @ApiProperty({ type: 'integer', description: 'How often the value was written.' })
  version: number;

  @ApiPropertyOptional({ description: 'The run that wrote the value; absent when a person did.' })
  lastRunId?: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  constructor(variable: WorkflowVariable) {
    this.def = new VariableDefView(variable);
    this.hasValue = variable.value !== null;
    this.value = variable.value ?? variable.defaultValue ?? undefined;
    this.version = variable.version;
    this.lastRunId = variable.lastRunId ?? undefined;
    this.updatedAt = variable.updatedAt.toISOString();
  }
}

export class VariableList {
  @ApiProperty({ type: VariableView, isArray: true })
  items: VariableView[];

  constructor(variables: readonly WorkflowVariable[]) {
    this.items = variables.map((variable) => new VariableView(variable));
  }
}

export class VariableWriteView {
  @ApiProperty({ type: 'integer' })
  id: number;

  @ApiProperty()
  workflowId: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: VARIABLE_OPS, description: '`set`: by a node. The others: by a person.' })
  op: VariableOp;

  @ApiProperty({
    enum: ['workflow', 'run'],
    description: 'Who can read it: later runs of the workflow, or only this one.',
  })
  scope: VariableScope;

  @ApiAnyJsonOptional({ description: 'What it replaced; absent when there was none.' })
  oldValue?: Json;

  @ApiAnyJsonOptional({ description: 'Absent after a reset without a default.' })
  newValue?: Json;

  @ApiPropertyOptional({ example: 'run_0Vz8Kq1c2ZsVxN4tP7mRbA' })
  runId?: string;

  @ApiPropertyOptional({ description: 'Address of the node.', example: 'orders[3]/count' })
  writtenByNode?: string;

  @ApiProperty({ format: 'date-time' })
  writtenAt: string;

  constructor(write: VariableWrite) {
    this.id = Number(write.id);
    this.workflowId = write.workflowId;
    this.name = write.name;
    this.op = write.op;
    this.scope = write.scope;
    this.oldValue = write.oldValue ?? undefined;
    this.newValue = write.newValue ?? undefined;
    this.runId = write.runId ?? undefined;
    this.writtenByNode = write.path ?? undefined;
    this.writtenAt = write.writtenAt.toISOString();
  }
}
