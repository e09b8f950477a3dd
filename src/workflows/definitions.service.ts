import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { blockReferences } from '../../definition/blocks/block-node';
import { expandBlocks } from '../../definition/blocks/expand';
import { pinBlocks } from '../../definition/blocks/pin';
import { type BlockDefinition, type Blocks, NO_BLOCKS } from '../../definition/blocks/types';
import { parseBlock, validateBlock } from '../../definition/blocks/validate-block';
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
import { loadBlocks } from '../record/block-versions';
import { inputSchemaProblem } from './input-check';
import { lostSecrets } from './lost-secrets';
import { checkPayload } from './payload-check';

/** A plan, and the definition with its blocks in their places. */
export interface Compiled {
  plan: Plan;
  definition: JsonObject;
}

/** What a definition is judged with beside itself. */
interface Surroundings {
  name?: string;
  /** Those of its workflow. */
  variables?: readonly VariableDef[];
  /** For use in a transaction, which must not wait for another connection. */
  manager?: EntityManager;
}

/** Reads, judges and compiles definitions with the catalog of this service and the blocks of an organization. */
@Injectable()
export class DefinitionsService {
  constructor(
    @Inject(CATALOG) private readonly catalog: Catalog,
    private readonly dataSource: DataSource,
  ) {}

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

  /** A definition as it is stored: each `block` node names the version that it takes. */
  async pin<T extends Pick<WorkflowDefinition, 'nodes'>>(
    organizationId: string,
    definition: T,
  ): Promise<T> {
    const blocks = await this.blocksOf(organizationId, definition);
    const nodes = pinBlocks(definition.nodes, blocks);
    return nodes === definition.nodes ? definition : { ...definition, nodes };
  }

  /**
   * All that keeps a definition that a client has sent from being published, its outline included, and what is
   * seldom meant in one that nothing keeps. `name` is judged when given, and names of variables are when the
   * `variables` are known.
   */
  async check(
    organizationId: string,
    json: unknown,
    name?: string,
    variables?: readonly VariableDef[],
  ): Promise<{ problems: Issue[]; warnings: Issue[] }> {
    refuseTooLarge(json);
    const parsed = parseDefinition(json, DEFINITION_LIMITS);
    if (!parsed.ok) return { problems: parsed.issues, warnings: [] };
    const { definition } = parsed;
    const foreign = foreignReferences(definition);
    if (foreign.length > 0) return { problems: foreign, warnings: [] };
    const blocks = await this.blocksOf(organizationId, definition);
    const problems = this.problems(definition, blocks, {
      ...(name !== undefined && { name }),
      ...(variables && { variables }),
    });
    if (problems.length > 0) return { problems, warnings: [] };
    // Of a workflow that has them, `***` keeps the secrets that are there: nobody knows of which one this is.
    const lost = lostSecrets(definition, this.catalog);
    return { problems, warnings: [...hints(definition, { catalog: this.catalog }), ...lost] };
  }

  /** The plan of a definition that was saved. Throws 400228 with every problem. */
  async compile(
    organizationId: string,
    stored: JsonObject,
    around: Surroundings = {},
  ): Promise<Compiled> {
    const definition = readOutline(stored);
    const blocks = await this.blocksOf(organizationId, definition, around.manager);
    const issues = this.problems(definition, blocks, around);
    issues.push(...lostSecrets(definition, this.catalog));
    if (issues.length > 0) throw invalid(issues);
    const expanded = expandBlocks(definition, blocks).definition;
    return {
      plan: compile(expanded, this.catalog),
      definition: expanded as unknown as JsonObject,
    };
  }

  /** A definition that was saved, with its blocks in their places. */
  async expand(organizationId: string, stored: JsonObject): Promise<JsonObject> {
    const definition = stored as unknown as Partial<WorkflowDefinition>;
    const { nodes } = definition;
    if (!nodes) return stored;
    const blocks = await this.blocksOf(organizationId, { nodes });
    return expandBlocks({ ...definition, nodes }, blocks).definition as unknown as JsonObject;
  }

  /**
   * What a client has sent for a version of a block; `before` is the block and the stored definition that this one
   * replaces. Throws 413001, or 400228 with every problem.
   */
  async readBlock(
    organizationId: string,
    json: unknown,
    before?: { id: string; definition: JsonObject },
  ): Promise<BlockDefinition> {
    refuseTooLarge(json);
    const parsed = parseBlock(json);
    if (!parsed.ok) throw invalid(parsed.issues);
    const { definition } = parsed;
    const foreign = foreignReferences(definition, before?.definition);
    if (foreign.length > 0) throw invalid(foreign);
    const blocks = await this.blocksOf(organizationId, definition);
    const context = { catalog: this.catalog, checkPayload, blocks };
    const issues = validateBlock(definition, context, before?.id);
    if (issues.length > 0) throw invalid(issues);
    return { ...definition, nodes: pinBlocks(definition.nodes, blocks) };
  }

  private async blocksOf(
    organizationId: string,
    { nodes }: Pick<WorkflowDefinition, 'nodes'>,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Blocks> {
    if (blockReferences(nodes).length === 0) return NO_BLOCKS;
    return loadBlocks((sql, parameters) => manager.query(sql, parameters), organizationId, nodes);
  }

  /** Throws 400228 when a stored definition, with its blocks in their places, does not fit these variables. */
  async requireVariables(
    organizationId: string,
    stored: JsonObject,
    { variables = [], manager }: Surroundings,
  ): Promise<void> {
    const definition = readOutline(stored);
    const blocks = await this.blocksOf(organizationId, definition, manager);
    const context = { catalog: this.catalog, checkPayload, variables };
    const issues = validateVariables(expandBlocks(definition, blocks).definition, context);
    if (issues.length > 0) throw invalid(issues);
  }

  private problems(
    definition: WorkflowDefinition,
    blocks: Blocks,
    { name, variables }: Surroundings,
  ): Issue[] {
    const issues = validate(definition, {
      catalog: this.catalog,
      checkPayload,
      blocks,
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
