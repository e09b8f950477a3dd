import fc from 'fast-check';
import type { JsonObject } from '../../definition/json';
import type { WorkflowDefinition } from '../../definition/types';

/** What a random definition may hold. */
export interface Shape {
  maxNodes: number;
  /** Types of nodes by weight. */
  kinds: readonly Kind[];
}
type Kind =
  | 'log'
  | 'http-request'
  | 'format'
  | 'code-transform'
  | 'filter'
  | 'list-max'
  | 'if'
  | 'wait'
  | 'delay'
  | 'for-each'
  | 'set-variable'
  | 'trigger-workflow';

export const ALL_KINDS: readonly Kind[] = [
  'log',
  'log',
  'http-request',
  'http-request',
  'format',
  'code-transform',
  'filter',
  'list-max',
  'if',
  'wait',
  'delay',
  'for-each',
  'set-variable',
  'trigger-workflow',
  'trigger-workflow',
];

/** Id of the workflow that `trigger-workflow` starts. */
export const CHILD_WORKFLOW = 'wf_child';

/** Always set to what it is: what a node finds depends on no order. */
const VARIABLE = { name: 'same', type: 'text', lifetime: 'reset', default: 'same' };

/** Whose failure may be caught. */
const MAY_FAIL: readonly Kind[] = ['http-request', 'trigger-workflow'];

/**
 * Random valid definitions: branches, joins, nested loops, waits, caught errors. Built from a list of
 * numbers, so that a failing one shrinks.
 */
export function randomDefinition({ maxNodes, kinds }: Shape): fc.Arbitrary<WorkflowDefinition> {
  return fc
    .array(fc.nat({ max: 9999 }), { minLength: 8, maxLength: maxNodes * 4, size: 'max' })
    .map((numbers) => new Builder(numbers, maxNodes, kinds).build());
}

/** Reads choices from a list of numbers; when the list is used up, the definition ends. */
class Builder {
  private readonly nodes: Record<string, JsonObject> = {};
  private at = 0;
  private count = 0;

  constructor(
    private readonly numbers: readonly number[],
    private readonly maxNodes: number,
    private readonly kinds: readonly Kind[],
  ) {}

  build(): WorkflowDefinition {
    const children = this.siblings(0, []);
    return {
      nodes: { root: { type: 'manual', payload: {}, children }, ...this.nodes },
      variableDefs: [VARIABLE],
    };
  }

  private choose(choices: number): number {
    const number = this.numbers[this.at] ?? 0;
    this.at += 1;
    return number % choices;
  }

  private get exhausted(): boolean {
    return this.at >= this.numbers.length || this.count >= this.maxNodes;
  }

  /** One to three nodes side by side, sometimes joined by one below them. */
  private siblings(depth: number, readable: readonly string[]): string[] {
    const ids: string[] = [];
    const wanted = 1 + this.choose(3);
    for (let i = 0; i < wanted && !this.exhausted; i += 1) ids.push(this.node(depth, readable));
    if (ids.length > 1 && this.choose(3) === 0 && !this.exhausted) this.join(ids);
    return ids;
  }

  private join(ids: readonly string[]): void {
    const plain = ids.filter(
      (id) => this.nodes[id]?.type === 'log' || this.nodes[id]?.type === 'http-request',
    );
    if (plain.length < 2) return;
    const id = this.id();
    this.nodes[id] = { type: 'log', payload: { message: `join ${id}` }, children: [] };
    for (const parent of plain) this.childrenOf(parent).push(id);
  }

  private childrenOf(id: string): string[] {
    return (this.nodes[id] as { children: string[] }).children;
  }

  private id(): string {
    this.count += 1;
    return `n${this.count}`;
  }

  private node(depth: number, readable: readonly string[], branch?: string): string {
    const id = this.id();
    const kind = this.kinds[this.choose(this.kinds.length)] ?? 'log';
    const source = readable[this.choose(Math.max(1, readable.length))];
    const text = source === undefined ? id : `${id} {{${source}.result}}`;
    const node: JsonObject = {
      type: kind,
      payload: payloadOf(kind, text),
      children: [],
      ...(branch !== undefined && { branch }),
    };
    this.nodes[id] = node;
    const below = [...readable, id];
    if (kind === 'if') this.branches(id, depth, below, ['then', 'else']);
    else if (kind === 'wait') this.branches(id, depth, below, ['resumed', 'timed_out']);
    else if (depth < 6 && !this.exhausted && this.choose(2) === 0) {
      node.children = this.siblings(depth + 1, below);
    }
    if (kind === 'for-each') this.loopBody(id, node, depth, readable);
    if (kind === 'trigger-workflow' && this.choose(2) === 0) {
      node.payload = { workflowId: CHILD_WORKFLOW, waitForCompletion: true };
    }
    if (MAY_FAIL.includes(kind) && this.choose(4) === 0 && !this.exhausted) {
      this.childrenOf(id).push(this.node(depth + 1, below, 'error'));
    }
    return id;
  }

  private branches(id: string, depth: number, below: readonly string[], names: string[]): void {
    for (const name of names) {
      if (!this.exhausted && this.choose(4) > 0)
        this.childrenOf(id).push(this.node(depth + 1, below, name));
    }
  }

  private loopBody(id: string, node: JsonObject, depth: number, readable: readonly string[]): void {
    const body = depth < 3 ? this.siblings(depth + 3, readable) : [];
    if (body.length === 0) {
      const leaf = this.id();
      this.nodes[leaf] = { type: 'log', payload: { message: '{{$index}}' }, children: [] };
      body.push(leaf);
    }
    node.loopBody = body;
    node.payload = {
      array: Array.from({ length: this.choose(4) }, (_, index) => `${id}.${index}`),
      ...(this.choose(3) === 0 && { continueOnError: true }),
      ...(this.choose(3) === 0 && { concurrency: 3 }),
    };
  }
}

function payloadOf(kind: Kind, text: string): JsonObject {
  switch (kind) {
    case 'log':
      return { message: text };
    case 'http-request':
      return { url: 'https://service.test/echo', method: 'POST', body: text };
    case 'format':
      return { data: { text }, template: '{{@text}}' };
    case 'if':
      return { condition: { $and: [{ [text]: { $contains: '1' } }] } };
    case 'wait':
      return { timeoutMs: 1000, triggerType: 'manual', triggerConfig: {} };
    case 'delay':
      return { delayMs: 5 };
    case 'for-each':
      return { array: [] };
    case 'code-transform':
      return { code: 'function transform(text) { return text.length > 0; }', input: text };
    case 'filter':
      return { array: [{ n: 1 }, { n: 2 }], filter: { $and: [{ n: { $gte: 2 } }] } };
    case 'list-max':
      return { array: [3, 1, 2] };
    case 'set-variable':
      return { name: VARIABLE.name, value: VARIABLE.default };
    case 'trigger-workflow':
      return { workflowId: CHILD_WORKFLOW };
  }
}
