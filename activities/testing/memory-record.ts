import type { Json, JsonObject } from '../../definition/json';
import type { RunError } from '../../definition/progress';
import type { Carried, PreparedChild, Settlement, TimeoutDecision } from '../../workflows/port';
import type { AttemptDecision, AttemptSuccess, BeginAttempt, RunRecord } from '../deps';

interface NodeRecord {
  inputs: JsonObject[];
  /** Temporal's attempt number of the newest attempt that began. */
  newest: number;
  began: number;
  open: boolean;
  error?: RunError;
  result?: { value: Json };
}

/** The record of runs in memory, with the decisions of the real one. */
export class MemoryRecord implements RunRecord {
  readonly nodes = new Map<string, NodeRecord>();
  readonly carried: Carried[] = [];
  ended = false;
  /** While above 0, each call fails and takes one off. */
  outages = 0;

  begin(task: BeginAttempt): Promise<AttemptDecision> {
    return this.answer(() => {
      if (this.ended) return { kind: 'run-ended' };
      this.carried.push(task.carried);
      const node = this.node(task.node.address);
      if (node.result) return { kind: 'recorded', result: node.result.value };
      if (node.open && !task.safeToRepeat) return { kind: 'outcome-unknown' };
      if (node.began >= task.maxAttempts) {
        return { kind: 'exhausted', ...(node.error ? { error: node.error } : {}) };
      }
      Object.assign(node, { newest: task.attempt, began: node.began + 1, open: true });
      node.inputs.push(task.input);
      return { kind: 'proceed', number: node.began };
    });
  }

  succeed(task: AttemptSuccess): Promise<boolean> {
    return this.answer(() => {
      const node = this.node(task.node.address);
      if (this.ended || task.attempt < node.newest) return false;
      Object.assign(node, { result: { value: task.result }, open: false });
      return true;
    });
  }

  release(task: { address: string; attempt: number; error: RunError }): Promise<void> {
    return this.answer(() => {
      const node = this.node(task.address);
      if (task.attempt === node.newest) Object.assign(node, { open: false, error: task.error });
    });
  }

  settle({ node: { address } }: { node: { address: string } }): Promise<Settlement> {
    return this.answer(() => {
      const node = this.node(address);
      if (node.result) return { kind: 'recorded', result: node.result.value };
      Object.assign(node, { newest: Infinity, open: false });
      return { kind: 'closed' };
    });
  }

  flush(): Promise<boolean> {
    return this.answer(() => !this.ended);
  }

  claimTimeout(): Promise<TimeoutDecision> {
    return this.answer(() => ({ winner: 'timeout' }));
  }

  prepareChild(): Promise<PreparedChild> {
    return Promise.reject(new Error('no children here'));
  }

  node(address: string): NodeRecord {
    const known = this.nodes.get(address);
    if (known) return known;
    const fresh = { inputs: [], newest: 0, began: 0, open: false };
    this.nodes.set(address, fresh);
    return fresh;
  }

  private answer<T>(work: () => T): Promise<T> {
    if (this.outages > 0) {
      this.outages -= 1;
      return Promise.reject(new Error('connection refused: postgres at 10.0.0.5'));
    }
    return Promise.resolve(work());
  }
}
