import type { IssueList } from '../issues';
import type { Json, JsonObject } from '../json';
import type { DefinitionLimits } from '../limits';
import { nodeIdProblem } from './node-id';

/** The levels that hold a node: the definition and its `nodes`. */
const LEVELS_ABOVE_NODE = 2;
const SHOWN_FIELD_LENGTH = 200;
const SHOWN_ID_LENGTH = 80;

/** Reports what is too much, in at most one walk over the definition that never goes below the depth limit. */
export function checkSize(
  definition: JsonObject,
  nodes: JsonObject,
  limits: DefinitionLimits,
  issues: IssueList,
): void {
  const count = Object.keys(nodes).length;
  if (count > limits.maxNodes) {
    const message = `A definition has at most ${limits.maxNodes} nodes; this one has ${count}. Move a part into a workflow of its own and start it with \`trigger-workflow\`.`;
    issues.add('too_many_nodes', { field: 'nodes', message });
    return;
  }
  for (const [key, value] of Object.entries(definition)) {
    if (key !== 'nodes') new SizeCheck(limits, issues, [key]).check(value, 1);
  }
  for (const [nodeId, node] of Object.entries(nodes)) {
    if (issues.full) return;
    const message = nodeIdProblem(nodeId);
    if (message === undefined) {
      new SizeCheck(limits, issues, [], nodeId).check(node, LEVELS_ABOVE_NODE);
    } else {
      issues.add('node_id_invalid', { nodeId: nodeId.slice(0, SHOWN_ID_LENGTH), message });
    }
  }
}

/** Looks through one value until something is too much. */
class SizeCheck {
  constructor(
    private readonly limits: DefinitionLimits,
    private readonly issues: IssueList,
    private readonly path: string[],
    private readonly nodeId?: string,
  ) {}

  /** `above` is the number of levels that hold the value. */
  check(value: Json, above: number): boolean {
    const { maxStringLength, maxDepth } = this.limits;
    if (typeof value === 'string' && value.length > maxStringLength) {
      return this.refuse(
        'string_too_long',
        `A string has at most ${maxStringLength} characters; this one has ${value.length}.`,
      );
    }
    if (typeof value !== 'object' || value === null) return true;
    if (above >= maxDepth) {
      return this.refuse('too_deep', `Objects and lists are nested at most ${maxDepth} deep.`);
    }
    return Array.isArray(value) ? this.list(value, above) : this.fields(value, above);
  }

  private list(list: Json[], above: number): boolean {
    const { maxChildren } = this.limits;
    const [field, ...below] = this.path;
    const holdsIds = field === 'children' || field === 'loopBody';
    if (holdsIds && below.length === 0 && list.length > maxChildren) {
      return this.refuse(
        'too_many_children',
        `\`${field}\` lists at most ${maxChildren} ids; this one has ${list.length}.`,
      );
    }
    return list.every((item, index) => this.below(String(index), item, above));
  }

  private fields(object: JsonObject, above: number): boolean {
    return Object.entries(object).every(([key, value]) => this.below(key, value, above));
  }

  private below(key: string, value: Json, above: number): boolean {
    this.path.push(key);
    const fits = this.check(value, above + 1);
    this.path.pop();
    return fits;
  }

  private refuse(
    code: 'string_too_long' | 'too_deep' | 'too_many_children',
    message: string,
  ): boolean {
    const field = this.path.join('.').slice(0, SHOWN_FIELD_LENGTH);
    this.issues.add(code, {
      ...(this.nodeId !== undefined && { nodeId: this.nodeId }),
      ...(field !== '' && { field }),
      message,
    });
    return false;
  }
}
