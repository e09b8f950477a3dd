import type { Server } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import { ApiError } from './errors';

/** Node would answer a request without `Host` by itself, and bare. Nest hands it no options, so they are set here. */
export function leaveHostToMiddleware(server: Server): void {
  Object.assign(server, { requireHostHeader: false });
}

/** Refuses what HTTP/1.1 does not allow; HTTP/1.0 does. */
export function hostCheckMiddleware(
  request: Request,
  _response: Response,
  next: NextFunction,
): void {
  const isMissing = request.httpVersion === '1.1' && request.headers.host === undefined;
  next(
    isMissing
      ? new ApiError(
          'malformedHttp',
          'HTTP/1.1 needs the header `Host`: send the name of the server in it.',
        )
      : undefined,
  );
}
