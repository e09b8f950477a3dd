import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { readPath } from '../../definition/expression/read-path';
import { isJsonObject, type JsonObject } from '../../definition/json';
import { fillDefinition } from '../../definition/props/fill-definition';
import { findProps } from '../../definition/props/find-props';
import type { Caller } from '../auth/caller';
import { ApiError, type FieldProblem } from '../common/errors';
import { checkPropValues } from './prop-values';
import type { TemplateProp } from './template-prop';
import { type ShownTemplate, TemplateStore } from './template-store';

/** What a workflow is made of that is made from a template. */
export interface ForkRequest {
  templateId?: string | null;
  /** Instead of the template's own definition: one that a client has edited or filled in already. */
  definition?: unknown;
  propValues?: JsonObject | null;
}

export interface Fork {
  template: ShownTemplate;
  /** With its props filled in. */
  definition: unknown;
}

/** Makes definitions out of templates. */
@Injectable()
export class TemplateForks {
  constructor(private readonly store: TemplateStore) {}

  /**
   * The definition for a new workflow; undefined when no template is named. Throws 400151 with what is wrong with
   * the values, each with its field.
   */
  async make(caller: Caller, request: ForkRequest): Promise<Fork | undefined> {
    const { templateId } = request;
    if (templateId === undefined || templateId === null) {
      refuseValues(request);
      return undefined;
    }
    const template = await this.store.find(caller, templateId);
    if (template.archivedAt !== null) throw new ApiError('templateArchived');
    const own = request.definition ?? undefined;
    if (own !== undefined && !isJsonObject(own)) return { template, definition: own };
    const definition = fillIn(template, own, request.propValues ?? {});
    return { template, definition };
  }

  /** Counts a workflow that was made. */
  async count(manager: EntityManager, { template }: Fork): Promise<void> {
    await manager.query(
      'UPDATE templates SET fork_count = fork_count + 1 WHERE organization_id = $1 AND id = $2',
      [template.organizationId, template.id],
    );
  }
}

/** A prop is needed when the template's definition is taken, or when the given one still reads it. */
function fillIn(
  { shown }: ShownTemplate,
  own: JsonObject | undefined,
  given: JsonObject,
): JsonObject {
  const props = shown.templateProps as unknown as TemplateProp[];
  const definition = own ?? shown.definition;
  const read = new Set(findProps(definition).map(({ key }) => key));
  const isRead = (key: string): boolean => own === undefined || read.has(key);
  const { values, problems } = checkPropValues(props, given, isRead);
  if (problems.length > 0) throw wrongValues(problems);
  const misfits: FieldProblem[] = [];
  const filled = fillDefinition(definition, {
    read: (path) => readPath(values, path),
    problem: (place, message) => {
      const field = ['definition', 'nodes', ...place].join('.');
      misfits.push({ field, message: `${field}: ${message}` });
    },
  });
  if (misfits.length > 0) throw wrongValues(misfits.slice(0, 20));
  return filled;
}

function refuseValues({ propValues }: ForkRequest): void {
  if (propValues === undefined || propValues === null) return;
  const field = 'propValues';
  throw ApiError.fields([{ field, message: 'propValues are for the props of a `templateId`' }]);
}

function wrongValues(problems: readonly FieldProblem[]): ApiError {
  const text = problems.map(({ message }) => message).join('; ');
  return new ApiError('invalidPropValues', text, problems);
}
