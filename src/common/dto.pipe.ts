import { ArgumentMetadata, Injectable, PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { isJsonObject } from '../../definition/json';
import { ApiError, type FieldProblem } from './errors';

type DtoClass = new () => object;

/**
 * Checks bodies and queries against their DTO class. Fields that the class does not know are refused
 * by name. Names are compared as a set, since class-validator's own whitelist lets `constructor` pass,
 * and values are taken over as they are, since class-transformer drops keys out of free-form objects.
 */
@Injectable()
export class DtoPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    const target = metadata.metatype as DtoClass | undefined;
    if (target === undefined || (metadata.type !== 'body' && metadata.type !== 'query'))
      return value;
    const known = knownFields(target);
    if (known.size === 0) return value;
    if (!isJsonObject(value)) throw new ApiError('bodyNotObject');
    const problems = unknownFields(value, known);
    const fields = Object.fromEntries(Object.entries(value).filter(([key]) => known.has(key)));
    const dto =
      metadata.type === 'query'
        ? plainToInstance(target, fields, { exposeDefaultValues: true })
        : Object.assign(new target(), fields);
    problems.push(...validateSync(dto).map(problemOf));
    if (problems.length > 0) throw ApiError.fields(problems);
    return dto;
  }
}

function knownFields(target: DtoClass): Set<string> {
  const metadatas = getMetadataStorage().getTargetValidationMetadatas(target, '', false, false);
  return new Set(metadatas.map((metadata) => metadata.propertyName));
}

/** Problems of the fields that are not known, the first twenty of them. */
export function unknownFields(value: object, known: ReadonlySet<string>): FieldProblem[] {
  return Object.keys(value)
    .filter((key) => !known.has(key))
    .slice(0, 20)
    .map((key) => ({ field: shorten(key), message: `unknown field: ${shorten(key)}` }));
}

/** Decorators are applied from the last one up, so the first one, which names the type, comes last. */
function problemOf(error: ValidationError): FieldProblem {
  const message = Object.values(error.constraints ?? {}).at(-1) ?? `${error.property} is not valid`;
  return { field: error.property, message };
}

function shorten(key: string): string {
  return key.length > 80 ? `${key.slice(0, 80)}...` : key;
}
