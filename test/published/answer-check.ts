import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { ValidateFunction } from 'ajv';
import b3os from './b3os-answers.json';
import type { PublishedDocument, PublishedOperation } from './published-document';

/** An answer as a client sees it. `body` is undefined unless it is JSON. */
export interface SeenAnswer {
  status: number;
  contentType: string;
  body: unknown;
}

/** What the published document says of answers, and what B3OS's says of those of its operations. */
export class AnswerCheck {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(document: PublishedDocument) {
    addFormats(this.ajv);
    this.ajv.addSchema({ ...closed(document), $id: 'weft' });
    this.ajv.addSchema({ ...b3os, $id: 'b3os' });
  }

  /** What is wrong with an answer by the document that Weft publishes. */
  problems(operation: PublishedOperation, answer: SeenAnswer): string[] {
    const { status, contentType, body } = answer;
    const response = Object.hasOwn(operation.responses, status)
      ? operation.responses[status]
      : undefined;
    if (response === undefined) return [`the status ${status} is not documented: ${told(body)}`];
    const types = Object.keys(response.content ?? {});
    const type = types.find((one) => contentType.startsWith(one));
    if (type === undefined) return [`${contentType} is not documented, but ${types.join(', ')}`];
    if (type !== 'application/json') return [];
    const { id, method, path } = operation;
    const place = ['paths', path, method.toLowerCase(), 'responses', String(status)];
    const schema = `weft#/${[...place, 'content', type, 'schema'].map(escaped).join('/')}`;
    const documented = response.description ?? '';
    return [
      ...codeProblems(status, body, documented),
      ...this.misfits(`${id} ${status}`, schema, body),
    ];
  }

  /** Where a success differs from what B3OS answers, as paths into the answer. */
  deviations({ id }: PublishedOperation, { status, body }: SeenAnswer): string[] {
    if (status >= 300 || body === undefined || !Object.hasOwn(b3os.answers, id)) return [];
    return this.misfits(`b3os ${id}`, `b3os#/answers/${id}`, body);
  }

  private misfits(key: string, $ref: string, body: unknown): string[] {
    const validate = this.compiled.get(key) ?? this.ajv.compile({ $ref });
    this.compiled.set(key, validate);
    if (validate(body)) return [];
    return (validate.errors ?? []).map(({ instancePath, message = '', params }) => {
      const { additionalProperty } = params as { additionalProperty?: string };
      const place = instancePath.replace(/\/\d+(?=\/|$)/g, '/*');
      return `${place === '' ? '/' : place} ${message}${additionalProperty ? `: ${additionalProperty}` : ''}`;
    });
  }
}

/** The code of a failure stands in the description of its answer, and begins with the status. */
function codeProblems(status: number, body: unknown, documented: string): string[] {
  if (status < 400) return [];
  const { code } = body as { code?: number };
  if (code === undefined) return ['a failure has no code'];
  if (Math.floor(code / 1000) !== status) return [`the code ${code} has the status ${status}`];
  const isNamed = new RegExp(`\\b${code}:`).test(documented);
  return isNamed ? [] : [`the code ${code} is not documented`];
}

const told = (body: unknown): string => String((body as { code?: number } | undefined)?.code);

const escaped = (part: string): string =>
  encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/** Objects whose properties are documented hold no others, unless the document says so. */
function closed<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => closed(item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, closed(item)]));
  const isObject = copy.type === 'object' && typeof copy.properties === 'object';
  const isOpen = 'additionalProperties' in copy || 'allOf' in copy;
  return (isObject && !isOpen ? { ...copy, additionalProperties: false } : copy) as T;
}
