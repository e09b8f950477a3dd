import 'reflect-metadata';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { DtoPipe } from './dto.pipe';
import { ApiError } from './errors';
import { PageQuery } from './pagination';

class Body {
  @IsString()
  name: string;

  @IsOptional()
  payload?: unknown;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(9)
  count?: number;
}

const pipe = new DtoPipe();
const body = (value: unknown): unknown => pipe.transform(value, { type: 'body', metatype: Body });
const query = (value: unknown): unknown =>
  pipe.transform(value, { type: 'query', metatype: PageQuery });

function detailsOf(act: () => unknown): readonly unknown[] {
  try {
    act();
  } catch (error) {
    if (error instanceof ApiError) return error.details;
  }
  return ['nothing was thrown'];
}

describe('DtoPipe', () => {
  it('makes an instance and leaves free-form objects as they are', () => {
    const payload = JSON.parse('{"constructor":1,"__proto__":{"x":1}}') as object;
    const dto = body({ name: 'a', payload });
    expect(dto).toBeInstanceOf(Body);
    expect((dto as Body).payload).toBe(payload);
  });

  it('names every unknown and every wrong field at once', () => {
    expect(detailsOf(() => body({ name: 1, nmae: 'a', extra: 2 }))).toEqual([
      { field: 'nmae', message: 'unknown field: nmae' },
      { field: 'extra', message: 'unknown field: extra' },
      { field: 'name', message: 'name must be a string' },
    ]);
  });

  it('says of a field what is wrong first: its type', () => {
    const problem = (count: unknown) => detailsOf(() => body({ name: 'a', count }));
    expect(problem('many')).toEqual([
      { field: 'count', message: 'count must be an integer number' },
    ]);
    expect(problem(10)).toEqual([{ field: 'count', message: 'count must not be greater than 9' }]);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('refuses %s', (key) => {
    const value: unknown = JSON.parse(`{"name":"a","${key}":{"a":1}}`);
    expect(detailsOf(() => body(value))).toEqual([
      { field: key, message: `unknown field: ${key}` },
    ]);
  });

  it.each([[[]], ['text'], [null], [1]])('refuses a body that is %j', (value) => {
    expect(() => body(value)).toThrow('The body must be a JSON object.');
  });
});

describe('PageQuery', () => {
  it('has defaults', () => {
    expect(query({})).toMatchObject({ limit: 20, offset: 0 });
  });

  it('takes a limit above the maximum as the maximum', () => {
    expect(query({ limit: '100000', offset: '7' })).toMatchObject({ limit: 100, offset: 7 });
  });

  it.each([
    [{ limit: '0' }, 'limit'],
    [{ limit: '-1' }, 'limit'],
    [{ limit: 'ten' }, 'limit'],
    [{ limit: '1e3' }, 'limit'],
    [{ limit: ['1', '2'] }, 'limit'],
    [{ offset: '-1' }, 'offset'],
    [{ offset: '1.5' }, 'offset'],
    [{ offset: '99999999999' }, 'offset'],
  ])('refuses %j', (value, field) => {
    expect(detailsOf(() => query(value))).toMatchObject([{ field }]);
  });
});
