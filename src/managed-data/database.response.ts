import { ApiProperty } from '@nestjs/swagger';
import type { DataRows } from '../../activities/data/organization-databases';
import type { JsonObject } from '../../definition/json';
import { ApiAnyJson } from '../openapi/json-property';

export class QueryResult {
  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description:
      'By column, at most 1,000. A whole number that JSON numbers do not hold exactly is text; bytes are base64.',
  })
  rows: JsonObject[];

  @ApiProperty({ type: 'integer', description: 'Rows that were inserted, updated or deleted.' })
  rowsAffected: number;

  @ApiAnyJson({ description: 'Of the last row that was inserted, else null.', example: 42 })
  lastRowId: number | string | null;

  constructor({ rows, rowsAffected, lastRowId }: DataRows) {
    this.rows = rows;
    this.rowsAffected = rowsAffected;
    this.lastRowId = lastRowId;
  }
}

class TableName {
  @ApiProperty({ example: 'customers' })
  name: string;

  constructor(name: string) {
    this.name = name;
  }
}

export class TableList {
  @ApiProperty({ type: TableName, isArray: true, description: 'Views too, by name.' })
  tables: TableName[];

  constructor(names: readonly string[]) {
    this.tables = names.map((name) => new TableName(name));
  }
}

export class TableColumn {
  @ApiProperty({ example: 'city' })
  name: string;

  @ApiProperty({ description: 'As it was declared; empty when it was not.', example: 'TEXT' })
  type: string;

  @ApiProperty()
  notNull: boolean;

  @ApiAnyJson({ description: 'SQL of the default, else null.' })
  defaultValue: string | null;

  @ApiProperty()
  primaryKey: boolean;

  constructor({ name, type, notnull, dflt_value: defaultValue, pk }: JsonObject) {
    this.name = typeof name === 'string' ? name : '';
    this.type = typeof type === 'string' ? type : '';
    this.notNull = notnull === 1;
    this.defaultValue = typeof defaultValue === 'string' ? defaultValue : null;
    this.primaryKey = typeof pk === 'number' && pk > 0;
  }
}

export class TableColumns {
  @ApiProperty({ type: TableColumn, isArray: true })
  columns: TableColumn[];

  constructor(columns: readonly JsonObject[]) {
    this.columns = columns.map((column) => new TableColumn(column));
  }
}
