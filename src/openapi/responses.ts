import { applyDecorators, type Type } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiOkResponse,
  ApiProperty,
  ApiResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import { ERRORS, type ErrorName } from '../common/errors';

export class Failure {
  @ApiProperty({
    type: 'integer',
    description: 'Stable number of the error: its first three digits are the HTTP status.',
    example: ERRORS.workflowNotFound.code,
  })
  code: number;

  @ApiProperty({ example: ERRORS.workflowNotFound.message })
  message: string;

  @ApiProperty({
    type: 'array',
    items: {},
    description: 'What is wrong field by field, or problem by problem of a definition.',
  })
  details: unknown[];

  @ApiProperty({ example: 'req_3f9c1e5ab2d47f6012345678' })
  requestId: string;
}

type Schema = Record<string, unknown>;

const envelope = (data: Schema | undefined, topLevel: Record<string, Schema> = {}): Schema => ({
  type: 'object',
  required: ['code', 'message', 'requestId', ...(data === undefined ? [] : ['data'])],
  properties: {
    code: { type: 'integer', const: 0 },
    message: { type: 'string', const: 'successfully' },
    ...(data === undefined ? {} : { data }),
    requestId: { type: 'string' },
    ...topLevel,
  },
});

const answer = (models: Type[], schema: Schema): MethodDecorator =>
  applyDecorators(ApiExtraModels(...models), ApiOkResponse({ description: 'Done.', schema }));

/** 200 with the model as `data`. */
export const AnswersWith = (model: Type): MethodDecorator =>
  answer([model], envelope({ $ref: getSchemaPath(model) }));

/** 200 with the model as `data`, or null. */
export const AnswersWithMaybe = (model: Type): MethodDecorator =>
  answer([model], envelope({ anyOf: [{ $ref: getSchemaPath(model) }, { type: 'null' }] }));

/** 200 with the model as `data` and its fields once more beside it. */
export const AnswersTwiceWith = (model: Type, fields: Record<string, Schema>): MethodDecorator =>
  answer([model], envelope({ $ref: getSchemaPath(model) }, fields));

export const AnswersWithTexts = (): MethodDecorator =>
  answer([], envelope({ type: 'array', items: { type: 'string' } }));

export const AnswersWithListOf = (model: Type): MethodDecorator =>
  answer([model], envelope({ type: 'array', items: { $ref: getSchemaPath(model) } }));

/** 200 with an object as `data` whose values are the model, by names that nobody knows beforehand. */
export const AnswersWithMapOf = (model: Type): MethodDecorator =>
  answer(
    [model],
    envelope({ type: 'object', additionalProperties: { $ref: getSchemaPath(model) } }),
  );

/** 200 with one page of the model; `extra` are further fields of `data`, `topLevel` beside it. */
export const AnswersWithPageOf = (
  model: Type,
  extra: Record<string, Schema> = {},
  topLevel: Record<string, Schema> = {},
): MethodDecorator => answer([model], envelope(pageSchema(model, extra), topLevel));

/** {@link AnswersWithPageOf} of a list that takes a cursor. */
export const AnswersWithCursorPageOf = (
  model: Type,
  extra: Record<string, Schema> = {},
  topLevel: Record<string, Schema> = {},
): MethodDecorator =>
  AnswersWithPageOf(model, { nextCursor: { type: ['string', 'null'] }, ...extra }, topLevel);

/** 200 with the envelope alone. */
export const AnswersEmpty = (): MethodDecorator =>
  ApiOkResponse({ description: 'Done.', schema: envelope(undefined) });

/** Names that a route has been given so far, so that those of one status stand together. */
const FAILS = 'weft:fails';

/** The errors a route may answer with, each as an example. May be given more than once. */
export const Fails =
  (...names: ErrorName[]): MethodDecorator =>
  (target, key, descriptor) => {
    const handler = descriptor.value as object;
    const before = (Reflect.getMetadata(FAILS, handler) ?? []) as ErrorName[];
    const added = names.filter((name) => !before.includes(name));
    const all = [...before, ...added];
    Reflect.defineMetadata(FAILS, all, handler);
    ApiExtraModels(Failure)(target, key, descriptor);
    for (const status of new Set(added.map((name) => ERRORS[name].status))) {
      const ofStatus = (name: ErrorName): boolean => ERRORS[name].status === status;
      failureResponse(status, added.filter(ofStatus), all.filter(ofStatus))(
        target,
        key,
        descriptor,
      );
    }
  };

/** Swagger joins the descriptions of one status by itself, but not what is below `content`. */
function failureResponse(status: number, added: ErrorName[], all: ErrorName[]): MethodDecorator {
  const examples = Object.fromEntries(all.map((name) => [name, { value: failureExample(name) }]));
  return ApiResponse({
    status,
    description: added.map((name) => `${ERRORS[name].code}: ${ERRORS[name].message}`).join('\n\n'),
    content: { 'application/json': { schema: { $ref: getSchemaPath(Failure) }, examples } },
  });
}

function failureExample(name: ErrorName): Record<string, unknown> {
  const { code, message } = ERRORS[name];
  return { code, message, details: [], requestId: 'req_3f9c1e5ab2d47f6012345678' };
}

function pageSchema(model: Type, extra: Record<string, Schema>): Schema {
  return {
    type: 'object',
    required: ['items', 'limit', 'offset', 'hasMore', ...Object.keys(extra)],
    properties: {
      items: { type: 'array', items: { $ref: getSchemaPath(model) } },
      limit: { type: 'integer' },
      offset: { type: 'integer' },
      hasMore: { type: 'boolean' },
      ...extra,
    },
  };
}
