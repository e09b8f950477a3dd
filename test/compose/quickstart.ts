const DEFINITION = {
  nodes: {
    root: {
      type: 'manual',
      payload: { inputSchema: { type: 'object', properties: { message: { type: 'string' } } } },
      children: ['log_message'],
    },
    log_message: {
      type: 'log',
      payload: { message: 'Incoming message: {{$trigger.body.message}}' },
      children: [],
    },
  },
};

interface Answer<T> {
  code: number;
  data: T;
}

/** The requests of the API quickstart, with its bodies. */
export class Quickstart {
  constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  /** Creates, validates and publishes the workflow. Gives its id. */
  async publish(): Promise<string> {
    const body = { name: 'API quickstart logger', definition: DEFINITION };
    const { id } = await this.post<{ id: string }>('/v1/workflows', body);
    await this.post('/v1/workflows/validate', body);
    await this.post(`/v1/workflows/${id}/publish`, {});
    return id;
  }

  async run(workflowId: string, simulate: boolean): Promise<string> {
    const body = { payload: { message: 'Hello from the API' }, simulate };
    const { runId } = await this.post<{ runId: string }>(`/v1/workflows/${workflowId}/run`, body);
    return runId;
  }

  /** Types of the events of a run's stream, which ends with the run. */
  async follow(runId: string, timeoutMs: number): Promise<string[]> {
    const response = await fetch(`${this.url}/v1/runs/${runId}/stream`, {
      headers: { Authorization: `Bearer ${this.key}` },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`The stream answered ${response.status}.`);
    return (await response.text()).match(/(?<=^event: ).+$/gm) ?? [];
  }

  private async post<T>(path: string, body: unknown): Promise<T> {
    const response = await fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`POST ${path} answered ${response.status}: ${text}`);
    return (JSON.parse(text) as Answer<T>).data;
  }
}
