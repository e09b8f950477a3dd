import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten';
import type { ThreadMain } from '../threads/thread-pool';

export interface SandboxTask {
  code: string;
  /** JSON text. */
  input: string;
  timeoutMs: number;
  /** UTF-16 units of the JSON text. */
  maxOutput: number;
}

export type SandboxReply =
  | { kind: 'output'; json: string }
  | { kind: 'no-transform' }
  | { kind: 'timeout' }
  | { kind: 'out-of-memory' }
  | { kind: 'never-settles' }
  | { kind: 'output-too-large' }
  /** What the code threw, or why it does not parse. */
  | { kind: 'thrown'; name: string; message: string; line?: number };

/** Node's types leave WebAssembly to those of the browser. */
interface WithWasm {
  WebAssembly: {
    Memory: new (pages: { initial: number; maximum: number }) => WasmMemory;
  };
}
interface WasmMemory {
  buffer: ArrayBuffer;
}

interface Limits {
  deadline: number;
  memory: WasmMemory;
}

/**
 * Runs in a thread: one fresh QuickJS runtime for each task, which sees nothing of the host. Stopped
 * at its deadline between two operations; a thread stuck inside one is ended by the pool.
 */
/* istanbul ignore next: its source text runs elsewhere */
export const sandboxThread: ThreadMain<SandboxTask, SandboxReply> = async (load) => {
  const FILE = 'transform.js';
  const { newQuickJSWASMModule, newVariant, RELEASE_SYNC } = load(
    'quickjs',
  ) as typeof import('quickjs-emscripten');
  const { WebAssembly } = globalThis as unknown as WithWasm;
  const PAGES_PER_MB = 16;
  const MAX_MB = 16 + 64;

  let module = createModule();
  await module;

  return async (task) => {
    const { quickjs, memory } = await module;
    const deadline = Date.now() + task.timeoutMs;
    const runtime = quickjs.newRuntime();
    runtime.setInterruptHandler(() => Date.now() > deadline);
    const context = runtime.newContext();
    const reply = transform(context, task, { deadline, memory });
    try {
      context.dispose();
      runtime.dispose();
      // Memory that has grown does not shrink.
      if (reply.kind === 'out-of-memory') module = createModule();
    } catch {
      // Code that was interrupted may leave objects behind, which QuickJS takes for a fault of its own.
      module = createModule();
    }
    return reply;
  };

  /**
   * QuickJS counts no bytes in this build (malloc_usable_size is missing), so its own memory limit
   * would let everything pass. The memory of the WASM module ends: 16 MB to begin with and 64 more.
   */
  async function createModule() {
    const memory = new WebAssembly.Memory({
      initial: 16 * PAGES_PER_MB,
      maximum: MAX_MB * PAGES_PER_MB,
    });
    const variant = newVariant(RELEASE_SYNC, { wasmMemory: memory });
    return { quickjs: await newQuickJSWASMModule(variant), memory };
  }

  function transform(context: QuickJSContext, task: SandboxTask, limits: Limits): SandboxReply {
    const { deadline } = limits;
    // Taken before the code runs, which may replace them.
    const parse = context.unwrapResult(context.evalCode('JSON.parse'));
    const stringify = context.unwrapResult(context.evalCode('JSON.stringify'));
    const handles: QuickJSHandle[] = [parse, stringify];
    const keep = (handle: QuickJSHandle) => {
      handles.push(handle);
      return handle;
    };
    try {
      const defined = context.evalCode(task.code, FILE, { type: 'global' });
      if (defined.error) return failure(context, keep(defined.error), limits);
      keep(defined.value);

      const found = context.evalCode('typeof transform === "function" ? transform : undefined');
      if (found.error) return failure(context, keep(found.error), limits);
      const fn = keep(found.value);
      if (context.typeof(fn) !== 'function') return { kind: 'no-transform' };

      const text = keep(context.newString(task.input));
      const input = context.callFunction(parse, context.undefined, text);
      if (input.error) return failure(context, keep(input.error), limits);

      const called = context.callFunction(fn, context.undefined, keep(input.value));
      if (called.error) return failure(context, keep(called.error), limits);
      let output = keep(called.value);

      const jobs = context.runtime.executePendingJobs();
      if (jobs.error) return failure(context, keep(jobs.error), limits);
      const promise = context.getPromiseState(output);
      if (promise.type === 'pending') {
        // A job that was interrupted leaves its promise pending.
        return { kind: Date.now() > deadline ? 'timeout' : 'never-settles' };
      }
      if (promise.type === 'rejected') return failure(context, keep(promise.error), limits);
      if (promise.notAPromise !== true) output = keep(promise.value);

      const json = context.callFunction(stringify, context.undefined, output);
      if (json.error) return failure(context, keep(json.error), limits);
      keep(json.value);
      if (context.typeof(json.value) !== 'string') return { kind: 'output', json: 'null' };
      const length = context.getNumber(keep(context.getProp(json.value, 'length')));
      if (length > task.maxOutput) return { kind: 'output-too-large' };
      return { kind: 'output', json: context.getString(json.value) };
    } finally {
      for (const handle of handles) if (handle.alive) handle.dispose();
    }
  }

  function failure(
    context: QuickJSContext,
    thrown: QuickJSHandle,
    { deadline, memory }: Limits,
  ): SandboxReply {
    const error = context.dump(thrown) as unknown;
    if (Date.now() > deadline) return { kind: 'timeout' };
    // With no memory left for an error object, null is thrown. What was asked for may have been large,
    // so the memory need not be full.
    if (error === null && memory.buffer.byteLength > (MAX_MB / 2) * 1024 * 1024) {
      return { kind: 'out-of-memory' };
    }
    if (typeof error !== 'object' || error === null) {
      return { kind: 'thrown', name: 'Error', message: String(error).slice(0, 1000) };
    }
    const { name, message, stack } = error as Record<string, unknown>;
    if (name === 'InternalError' && message === 'out of memory') return { kind: 'out-of-memory' };
    const line = /transform\.js:(\d+)/.exec(typeof stack === 'string' ? stack : '')?.[1];
    return {
      kind: 'thrown',
      name: typeof name === 'string' ? name.slice(0, 100) : 'Error',
      message: (typeof message === 'string' ? message : JSON.stringify(error)).slice(0, 1000),
      ...(line === undefined ? {} : { line: Number(line) }),
    };
  }
};
