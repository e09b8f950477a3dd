import { ForbiddenException, NotFoundException } from '@nestjs/common';
import { errorAnswer } from './error-answer';
import { ApiError, ERRORS } from './errors';

const specs = Object.values(ERRORS);

describe('the error table', () => {
  it('gives every error its own code, which starts with its status', () => {
    expect(new Set(specs.map((spec) => spec.code)).size).toBe(specs.length);
    expect(specs.filter((spec) => Math.floor(spec.code / 1000) !== spec.status)).toEqual([]);
  });

  it('keeps the codes that B3OS published', () => {
    expect(ERRORS.invalidRunId.code).toBe(400078);
    expect(ERRORS.duplicateRunId.code).toBe(400079);
    expect(ERRORS.invalidDefinition.code).toBe(400228);
    expect(ERRORS.triggerNotManual.code).toBe(400229);
  });
});

describe('errorAnswer', () => {
  it('shows an error of ours with its details', () => {
    const error = ApiError.fields([
      { field: 'a', message: 'a is bad' },
      { field: 'b', message: 'b is bad' },
    ]);
    expect(errorAnswer(error, 'req_1')).toEqual({
      status: 400,
      body: {
        code: 400006,
        message: 'a is bad; b is bad',
        details: [
          { field: 'a', message: 'a is bad' },
          { field: 'b', message: 'b is bad' },
        ],
        requestId: 'req_1',
      },
    });
  });

  it('tells nothing of what it does not know', () => {
    const { status, body } = errorAnswer(new Error('password is hunter2'), 'req_1');
    expect(status).toBe(500);
    expect(body).toEqual({
      code: 500000,
      message: ERRORS.internal.message,
      details: [],
      requestId: 'req_1',
    });
  });

  it.each([
    ['an unknown route', new NotFoundException('Cannot GET /x'), 404000],
    ['a refusal of the framework', new ForbiddenException(), 403000],
    ['a body too large', Object.assign(new Error(), { status: 413 }), 413000],
    ['a client error of Express', Object.assign(new Error(), { status: 400 }), 400000],
    ['a path that is not decodable', new URIError('x'), 400007],
    ['a thrown text', 'boom', 500000],
    ['a thrown nothing', undefined, 500000],
    ['an error that only looks like a status', Object.assign(new Error(), { status: 700 }), 500000],
  ])('answers %s', (_, thrown, code) => {
    expect(errorAnswer(thrown, 'req_1').body.code).toBe(code);
  });
});
