import contract from './b3os-contract.json';

/** A JSON Schema whose references are `#/schemas/<name>`. */
export type B3osSchema = Record<string, unknown>;

export interface B3osParameter {
  name: string;
  in: 'query' | 'header';
  required?: boolean;
  description?: string;
  schema: B3osSchema;
}

/** What B3OS says of an operation. */
export interface B3osShape {
  summary?: string;
  parameters?: readonly B3osParameter[];
  body?: B3osSchema;
  bodyRequired?: boolean;
  answer?: B3osSchema;
  /** Type of an answer that is no JSON. */
  answerType?: string;
}

/** Parameters, bodies and answers of B3OS's operations, by the ids that they have here. */
export const B3OS_CONTRACT = contract as unknown as {
  operations: Readonly<Record<string, B3osShape>>;
  schemas: Readonly<Record<string, B3osSchema>>;
};
