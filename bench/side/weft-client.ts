import { request } from 'undici';
import type { ReadRequest } from './side';

interface Answer<T> {
  data: T;
}

/** The requests that a user of the API makes. */
export class WeftClient {
  constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  /** Creates a workflow and publishes it. Gives its id. */
  async publish(nodes: Record<string, unknown>): Promise<string> {
    const body = { name: 'benchmark', definition: { nodes } };
    const { id } = await this.call<{ id: string }>('POST', '/v1/workflows', body);
    await this.call('POST', `/v1/workflows/${id}/publish`, {});
    return id;
  }

  async run(workflowId: string, runId: string): Promise<void> {
    await this.call('POST', `/v1/workflows/${workflowId}/run`, { payload: {}, runId });
  }

  async resume(runId: string, nodeId: string): Promise<void> {
    await this.call('POST', `/v1/runs/${runId}/nodes/${nodeId}/resume`, { payload: { ok: true } });
  }

  async status(runId: string): Promise<string> {
    const run = await this.call<{ status: string }>('GET', `/v1/runs/${runId}?summary=true`);
    return run.status;
  }

  read({ method, path, body }: ReadRequest): Promise<unknown> {
    return this.call(method, path, body);
  }

  /** Opens the stream, then does something, and reads until the run's end. Gives the times at which events of a type came. */
  async follow(runId: string, type: string, then: () => Promise<void>): Promise<number[]> {
    const response = await fetch(`${this.url}/v1/runs/${runId}/stream`, { headers: this.headers });
    if (!response.ok || !response.body) throw new Error(`The stream answered ${response.status}.`);
    await then();
    const times: number[] = [];
    let rest = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const now = performance.now();
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line === `event: ${type}`) times.push(now);
    }
    return times;
  }

  private get headers(): Record<string, string> {
    return { Authorization: `Bearer ${this.key}`, 'Content-Type': 'application/json' };
  }

  private async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    // Not by fetch, which takes a millisecond more: what the client takes is no cost of Weft's.
    const response = await request(`${this.url}${path}`, {
      method,
      headers: this.headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.body.text();
    if (response.statusCode >= 300) {
      throw new Error(`${method} ${path} answered ${response.statusCode}: ${text}`);
    }
    return (JSON.parse(text) as Answer<T>).data;
  }
}
