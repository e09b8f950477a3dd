import type { IssueCode } from '../issue-codes';
import { ownValue, setOwn, type Json } from '../json';
import type { DefinitionLimits } from '../limits';
import { nodeIdProblem } from '../outline/node-id';
import { jsonSize } from '../run-state/json-size';
import type { WorkflowDefinition, WorkflowNode } from '../types';

/** Why a block can't be put in its place. `nodeId` is that of the node in the definition that was expanded. */
export interface ExpansionProblem {
  code: IssueCode;
  nodeId: string;
  message: string;
}

/** Collects the nodes of an expansion, and what is wrong with them together. Takes no more once it is too much. */
export class ExpandedNodes {
  readonly nodes: WorkflowDefinition['nodes'] = {};
  /** In the order in which they came. */
  readonly ids: string[] = [];
  readonly problems: ExpansionProblem[] = [];
  private bytes = 0;

  constructor(private readonly limits: DefinitionLimits) {}

  isFull(): boolean {
    return this.ids.length > this.limits.maxNodes || this.bytes > this.limits.maxBytes;
  }

  report(code: IssueCode, nodeId: string, message: string): void {
    this.problems.push({ code, nodeId, message });
  }

  /** `origin` is the node of the definition that it comes from. */
  add(id: string, node: WorkflowNode, origin: string): void {
    if (this.isFull()) return;
    this.ids.push(id);
    this.bytes += jsonSize(node as unknown as Json, this.limits.maxBytes);
    const { maxNodes, maxBytes } = this.limits;
    const tooLong = nodeIdProblem(id);
    if (tooLong !== undefined) {
      this.report('node_id_invalid', origin, `\`${id}\`, as the block makes it: ${tooLong}`);
    }
    if (ownValue(this.nodes, id)) {
      const message = `The block makes a node \`${id}\`, and there is one already. Give one of the two another id.`;
      this.report('block_id_taken', origin, message);
    }
    if (this.isFull()) {
      const message = `With its blocks in their places a definition has at most ${maxNodes} nodes and ${maxBytes} bytes, and here it gets more. Move a part into a workflow of its own and start it with \`trigger-workflow\`.`;
      this.report('too_many_nodes', origin, message);
    }
    setOwn(this.nodes, id, node);
  }
}
