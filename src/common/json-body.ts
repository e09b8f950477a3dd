import { isUtf8 } from 'node:buffer';
import type { NextFunction, Request, Response } from 'express';
import type { Json } from '../../definition/json';
import { ApiError } from './errors';
import { findUnstorable, isTooDeep, MAX_BODY_DEPTH } from './json-check';
import { isYaml, jsonOfYaml } from './yaml-body';

/** Bytes of a request body. */
export const MAX_BODY_BYTES = 2_000_000;

/** Where files are sent, which people also write by hand. */
const YAML_PATHS: ReadonlySet<string> = new Set(['/v1/workflows/import']);

/** Turns the raw body into JSON that can be stored; an empty one is an empty object. */
export function jsonBodyMiddleware(
  request: Request,
  _response: Response,
  next: NextFunction,
): void {
  try {
    const raw: unknown = request.body;
    request.body = Buffer.isBuffer(raw) && hasBody(request, raw) ? readJson(request, raw) : {};
    next();
  } catch (error) {
    next(error);
  }
}

/** Says how much a body may be, which its parser knows and Nest would leave out. */
export function bodyLimitMiddleware(
  error: unknown,
  _request: Request,
  _response: Response,
  next: NextFunction,
): void {
  const { type, limit } = error as { type?: unknown; limit?: unknown };
  const isTooLarge = type === 'entity.too.large' && typeof limit === 'number';
  next(isTooLarge ? new ApiError('bodyTooLarge', `The body has more than ${limit} bytes.`) : error);
}

/** A body on GET has no meaning and is not looked at. */
function hasBody(request: Request, raw: Buffer): boolean {
  return raw.length > 0 && request.method !== 'GET' && request.method !== 'HEAD';
}

function readJson(request: Request, raw: Buffer): Json {
  const type = request.get('content-type');
  if (YAML_PATHS.has(request.path) && isYaml(type)) return parseJson(jsonOfYaml(raw));
  if (!isJson(type)) throw new ApiError('wrongContentType');
  return parseJson(raw);
}

/** `application/json` and its relatives, in UTF-8 as RFC 8259 demands. */
function isJson(header = ''): boolean {
  const [type = '', ...parameters] = header.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  const isUtf = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  return isUtf && /^application\/([\w.+-]+\+)?json$/.test(type);
}

/** Parses the bytes of a body. Throws {@link ApiError} for what is not JSON or can't be stored. */
export function parseJson(raw: Buffer): Json {
  if (!isUtf8(raw)) throw new ApiError('invalidText', 'The body is not valid UTF-8.');
  if (isTooDeep(raw)) {
    const message = `The body is nested more than ${MAX_BODY_DEPTH} levels deep.`;
    throw new ApiError('bodyTooDeep', message);
  }
  const text = raw.toString('utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '') return {};
  const value = parseText(text);
  const problem = findUnstorable(value);
  if (problem === 'invalidText') {
    throw new ApiError(problem, 'The body holds a NUL character or half a surrogate pair.');
  }
  if (problem !== undefined) throw new ApiError(problem);
  return value;
}

function parseText(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new ApiError('malformedJson', `The body is not valid JSON: ${reason}`);
  }
}
