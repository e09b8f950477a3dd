import { Inject, Injectable } from '@nestjs/common';
import { MAX_ISSUES, type Issue } from '../../definition/issues';
import type { JsonObject } from '../../definition/json';
import { DEFINITION_LIMITS } from '../../definition/limits';
import { foreignReferences } from '../../definition/outline/foreign-references';
import { parseDefinition } from '../../definition/parse';
import { compile } from '../../definition/plan/compile';
import type { Plan } from '../../definition/plan/types';
import type { WorkflowDefinition } from '../../definition/types';
import { hints, validate, validateVariables } from '../../definition/validate';
import type { VariableDef } from '../../definition/variables';
import { CATALOG, type Catalog } from '../actions/catalog';
import { ApiError } from '../common/errors';
import { inputSchemaProblem } from './input-check';
import { checkPayload } from './payload-check';

/** Reads, judges and compiles definitions with the catalog of this service. */
@Injectable()
export class DefinitionsService {
  constructor(@Inject(CATALOG) private readonly catalog: Catalog) {}

  /**
   * What a client has sent, fit to be saved as a draft; `previous` is the stored definition that it replaces.
   * Throws 413001, or 400228 with the problems of its outline.
   */
  read(json: unknown, previous?: JsonObject): WorkflowDefinition {
    const definition = readOutline(json);
    const foreign = foreignReferences(definition, previous);
    if (foreign.length > 0) throw invalid(foreign);
    return definition;
  }

  /**
   * All that keeps a definition that a client has sent from being published, its outline included, and what is
   * seldom meant in one that nothing keeps. `name` is judged when given.
   */
  check(json: unknown, name?: string): { problems: Issue[]; warnings: Issue[] } {
    refuseTooLarge(json);
    const parsed = parseDefinition(json, DEFINITION_LIMITS);
    if (!parsed.ok) return { problems: parsed.issues, warnings: [] };
    const { definition } = parsed;
    const foreign = foreignReferences(definition);
    const problems = foreign.length > 0 ? foreign : this.problems(definition, name);
    const warnings = problems.length > 0 ? [] : hints(definition, { catalog: this.catalog });
    return { problems, warnings };
  }

  /**
   * The plan of a definition that was saved; `variables` are those of its workflow. Throws 400228 with
   * every problem.
   */
  compile(stored: JsonObject, variables?: readonly VariableDef[]): Plan {
    const definition = readOutline(stored);
    const issues = this.problems(definition, undefined, variables);
    if (issues.length > 0) throw invalid(issues);
    return compile(definition, this.catalog);
  }

  /** Throws 400228 when a stored definition does not fit these variables. */
  requireVariables(stored: JsonObject, variables: readonly VariableDef[]): void {
    const context = { catalog: this.catalog, checkPayload, variables };
    const issues = validateVariables(readOutline(stored), context);
    if (issues.length > 0) throw invalid(issues);
  }

  private problems(
    definition: WorkflowDefinition,
    name?: string,
    variables?: readonly VariableDef[],
  ): Issue[] {
    const issues = validate(definition, {
      catalog: this.catalog,
      checkPayload,
      ...(name !== undefined && { name }),
      ...(variables && { variables }),
    });
    const isTold = issues.some(({ code }) => code === 'input_schema_invalid');
    if (isTold || issues.length > MAX_ISSUES) return issues;
    const problem = inputSchemaProblem(definition);
    return problem === undefined ? issues : [...issues, problem];
  }
}

function readOutline(json: unknown): WorkflowDefinition {
  refuseTooLarge(json);
  const parsed = parseDefinition(json, DEFINITION_LIMITS);
  if (!parsed.ok) throw invalid(parsed.issues);
  return parsed.definition;
}

function invalid(issues: readonly Issue[]): ApiError {
  const [first] = issues;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return new ApiError('invalidDefinition', first && `${first.message}${more}`, issues);
}

function refuseTooLarge(json: unknown): void {
  if (json === undefined) return;
  const bytes = Buffer.byteLength(JSON.stringify(json));
  if (bytes <= DEFINITION_LIMITS.maxBytes) return;
  const limit = DEFINITION_LIMITS.maxBytes;
  throw new ApiError(
    'definitionTooLarge',
    `The definition has ${bytes} bytes of at most ${limit}.`,
  );
}
