import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import { Fails } from '../openapi/responses';

export type Access = 'open' | 'optional' | 'read' | 'read-write';

export const ACCESS = 'weft:access';

/** Name of the security scheme in the OpenAPI document. */
export const BEARER = 'apiKey';

const KEY_FAILURES = [Fails('unauthenticated', 'invalidApiKey', 'expiredApiKey', 'revokedApiKey')];

/** Needs no key. */
export const Open = (): ClassDecorator & MethodDecorator => SetMetadata(ACCESS, 'open');

/** Takes a key when one is sent; the route itself decides about its absence. */
export const OptionalKey = (): ClassDecorator & MethodDecorator => SetMetadata(ACCESS, 'optional');

/** Needs a key of any scope. */
export const ReadAccess = (): ClassDecorator & MethodDecorator =>
  applyDecorators(SetMetadata(ACCESS, 'read'), ApiBearerAuth(BEARER), ...KEY_FAILURES);

/** Needs a key with the scope `read-write`; also what a route without a decorator needs. */
export const WriteAccess = (): ClassDecorator & MethodDecorator =>
  applyDecorators(
    SetMetadata(ACCESS, 'read-write'),
    ApiBearerAuth(BEARER),
    ...KEY_FAILURES,
    Fails('scopeTooNarrow'),
  );
