import type { NodeSpec } from '../../definition/catalog';
import type { Json, JsonObject } from '../../definition/json';
import { ActionError, type Action } from '../action';
import { ThreadDeadlineError, ThreadLostError, ThreadPool } from '../threads/thread-pool';
import { sandboxThread, type SandboxReply } from './sandbox-thread';

const DEFAULT_TIMEOUT_MS = 5_000;
const MAX_TIMEOUT_MS = 10_000;
/** How long after its own deadline a sandbox that does not stop is ended with its thread. */
const GRACE_MS = 250;
const MAX_INPUT = 5 * 1024 * 1024;
const MAX_OUTPUT = 1024 * 1024;

const spec: NodeSpec = {
  type: 'code-transform',
  title: 'Transform with code',
  description: [
    'Runs your JavaScript function `transform(input)` and returns what it returns as `output`.',
    'The code is alone: no network, no files, no modules, no timers; it has 64 MB of memory, takes',
    '5 MB of input and gives 1 MB of output. Read the result at `result.output`.',
  ].join(' '),
  category: 'Built-in',
  tags: ['code', 'javascript', 'transform', 'data'],
  execution: 'activity',
  payloadSchema: {
    type: 'object',
    required: ['code', 'input'],
    additionalProperties: false,
    properties: {
      code: {
        type: 'string',
        minLength: 1,
        maxLength: 256 * 1024,
        title: 'Code',
        description: 'JavaScript that defines a function named `transform`. It may be async.',
      },
      input: { title: 'Input', description: 'Any value: the argument of `transform`.' },
      timeout: {
        type: 'integer',
        minimum: 1,
        maximum: MAX_TIMEOUT_MS,
        default: DEFAULT_TIMEOUT_MS,
        title: 'Timeout',
        description: 'Milliseconds the code may run.',
      },
      inputType: { type: 'object', title: 'Input type', description: 'For editors; not enforced.' },
      outputType: {
        type: 'object',
        title: 'Output type',
        description: 'For editors; not enforced.',
      },
    },
  },
  resultSchema: {
    type: 'object',
    required: ['output'],
    properties: { output: { description: 'What `transform` returned, as JSON.' } },
  },
  behaviour: { sideEffects: false, attemptTimeoutMs: 60_000 },
  example: {
    payload: {
      code: 'function transform(input) {\n  return input.map((row) => row.price * row.amount);\n}',
      input: [
        { price: 2, amount: 3 },
        { price: 5, amount: 1 },
      ],
      timeout: 3000,
    },
    result: { output: [6, 5] },
  },
};

const pool = new ThreadPool({
  size: 2,
  main: sandboxThread,
  modules: { quickjs: require.resolve('quickjs-emscripten') },
  maxHeapMb: 128,
});

export const codeTransform: Action = {
  spec,

  async run(payload: JsonObject, { signal }): Promise<Json> {
    const { code, input, timeout } = payload as unknown as {
      code: string;
      input: Json;
      timeout?: number;
    };
    const timeoutMs = timeout ?? DEFAULT_TIMEOUT_MS;
    const text = JSON.stringify(input);
    if (text.length > MAX_INPUT) {
      throw new ActionError('code_input_too_large', 'The input is larger than 5 MB as JSON');
    }
    const task = { code, input: text, timeoutMs, maxOutput: MAX_OUTPUT };
    try {
      const options = { deadlineMs: timeoutMs + GRACE_MS, signal };
      return { output: outputOf(await pool.run(task, options), timeoutMs) };
    } catch (error) {
      if (error instanceof ThreadDeadlineError) throw timedOut(timeoutMs);
      if (error instanceof ThreadLostError) {
        throw new ActionError('code_sandbox_lost', 'The sandbox of the code broke down', true);
      }
      throw error;
    }
  },
};

function outputOf(reply: SandboxReply, timeoutMs: number): Json {
  switch (reply.kind) {
    case 'output':
      return JSON.parse(reply.json) as Json;
    case 'timeout':
      throw timedOut(timeoutMs);
    case 'out-of-memory':
      throw new ActionError('code_out_of_memory', 'The code took more than 64 MB of memory');
    case 'no-transform':
      throw new ActionError(
        'code_no_transform',
        'The code must define a function named transform, such as: function transform(input) { return input; }',
      );
    case 'never-settles':
      throw new ActionError(
        'code_never_settles',
        'The promise that transform returned never settles',
      );
    case 'output-too-large':
      throw new ActionError(
        'result_too_large',
        'The output of transform is larger than 1 MB as JSON',
      );
    case 'thrown': {
      const where = reply.line === undefined ? '' : ` (line ${reply.line})`;
      throw new ActionError('code_error', `${reply.name}: ${reply.message}${where}`);
    }
  }
}

function timedOut(timeoutMs: number): ActionError {
  return new ActionError('code_timeout', `The code did not finish within ${timeoutMs} ms`);
}
