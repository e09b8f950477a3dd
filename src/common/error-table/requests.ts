import type { ErrorSpec } from './error-spec';

/** What is wrong with a request as such, whatever it asks for. */
export const REQUEST_ERRORS = {
  badRequest: { code: 400000, status: 400, message: 'The request is not valid.' },
  malformedJson: { code: 400001, status: 400, message: 'The body is not valid JSON.' },
  bodyNotObject: { code: 400002, status: 400, message: 'The body must be a JSON object.' },
  bodyTooDeep: { code: 400003, status: 400, message: 'The body is nested too deeply.' },
  invalidText: { code: 400004, status: 400, message: 'The request holds text that is not valid.' },
  numberOutOfRange: { code: 400005, status: 400, message: 'The body holds a number too large.' },
  invalidFields: { code: 400006, status: 400, message: 'Some fields are not valid.' },
  malformedUrl: { code: 400007, status: 400, message: 'The URL is not validly encoded.' },
  malformedYaml: { code: 400008, status: 400, message: 'The body is not valid YAML.' },
  malformedHttp: { code: 400009, status: 400, message: 'The request is not valid HTTP.' },
  invalidIdempotencyKey: {
    code: 400090,
    status: 400,
    message: '`Idempotency-Key` must be 1 to 255 visible ASCII characters.',
  },
  forbidden: { code: 403000, status: 403, message: 'This is not allowed.' },
  routeNotFound: { code: 404000, status: 404, message: 'There is no such route.' },
  operationPending: {
    code: 404900,
    status: 404,
    message: 'This operation of B3OS is not built yet.',
  },
  requestTooSlow: { code: 408000, status: 408, message: 'The request took too long to arrive.' },
  idempotencyKeyReused: {
    code: 409090,
    status: 409,
    message: 'This `Idempotency-Key` stands for another request.',
  },
  requestUnderWay: {
    code: 409091,
    status: 409,
    message: 'A request with this `Idempotency-Key` is under way: ask again in a moment.',
  },
  bodyTooLarge: { code: 413000, status: 413, message: 'The body is too large.' },
  wrongContentType: {
    code: 415000,
    status: 415,
    message: 'Send JSON with `Content-Type: application/json`.',
  },
  tooManyRequests: {
    code: 429000,
    status: 429,
    message: 'Too much was asked in this minute: try again later.',
  },
  tooManyStreams: {
    code: 429170,
    status: 429,
    message: 'There are as many streams open as there may be: close one, or try again later.',
  },
  headersTooLarge: { code: 431000, status: 431, message: 'The headers are too large.' },
  internal: { code: 500000, status: 500, message: 'Something went wrong on our side.' },
  unavailable: { code: 503000, status: 503, message: 'The service is not ready.' },
} as const satisfies Record<string, ErrorSpec>;
