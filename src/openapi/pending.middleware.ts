import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { ApiError } from '../common/errors';
import { PENDING_OPERATIONS, PendingOperations, type RoutePath } from './pending-operations';

interface ExpressRouter {
  stack: { route?: { path: unknown; methods: Record<string, boolean> } }[];
}

/**
 * Answers 404 with a code of its own for what B3OS has and Weft has not yet. Not 501: a client that asks for it
 * is not told of a failure of the server, and an operation that is missing looks to it as a route that is.
 */
export function pendingMiddleware(app: NestExpressApplication): RequestHandler {
  // The routes come after the middleware, so they are read at the first request.
  let operations: PendingOperations | undefined;
  return (request: Request, _response: Response, next: NextFunction): void => {
    operations ??= new PendingOperations(PENDING_OPERATIONS, routesOf(app));
    const operation = operations.find(request.method, request.path);
    next(operation === undefined ? undefined : pendingError(operation.id));
  };
}

function pendingError(id: string): ApiError {
  return new ApiError('operationPending', `\`${id}\` is not built yet.`, [{ operationId: id }]);
}

function routesOf(app: NestExpressApplication): RoutePath[] {
  const { router } = app.getHttpAdapter().getInstance() as { router: ExpressRouter };
  return router.stack.flatMap(({ route }) => {
    if (typeof route?.path !== 'string') return [];
    const { path, methods } = route;
    return Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path }));
  });
}
