import { ApplicationFailure } from '@temporalio/common';
import { createCatalog } from '../../activities/catalog';
import { EgressClient } from '../../activities/egress/client';
import { evaluate } from '../../activities/evaluate';
import { runAttempt, type RunnerDeps } from '../../activities/runner';
import { NO_DATABASES } from '../../activities/testing/context';
import type { RunRecord, WebhookDeliveries } from '../../activities/deps';
import type { JsonObject } from '../../definition/json';
import type { PlanNode } from '../../definition/plan/types';
import type { RunError } from '../../definition/progress';
import { newId } from '../../src/database/ids';
import type { Answer } from '../../src/simulation/virtual-run';

const { actions } = createCatalog();
const CANCELLED: RunError = { code: 'cancelled', message: 'The action was cancelled.' };
const TIMED_OUT: RunError = {
  code: 'action_timeout',
  message: 'The action did not end in the time it was given.',
};

interface RealAction {
  runId: string;
  node: PlanNode;
  address: string;
  input: JsonObject;
}

/**
 * Runs an action as a worker would, attempt after attempt, without its pauses. When the run is
 * cancelled, it is stopped as soon as `begun` resolves.
 */
export async function runRealAction(
  action: RealAction,
  cancelled: AbortSignal,
  begun: () => Promise<void>,
): Promise<Answer> {
  const { node, input } = action;
  const local = node.execution === 'local' ? actions.get(node.type) : undefined;
  if (local) return evaluate(local, input);
  const stop = new AbortController();
  if (cancelled.aborted)
    void begun().then(() => {
      stop.abort(CANCELLED);
    });
  const timeoutMs = node.action?.timeoutMs;
  const timer = setTimeout(
    () => {
      stop.abort(TIMED_OUT);
    },
    timeoutMs ?? 2 ** 31 - 1,
  );
  try {
    return await attempts(action, stop.signal);
  } finally {
    clearTimeout(timer);
  }
}

async function attempts(action: RealAction, signal: AbortSignal): Promise<Answer> {
  const { runId, node, address, input } = action;
  const task = {
    run: { runId, organizationId: 'org_test', workflowId: 'wf_test' },
    node: { address, id: node.id, type: node.type, title: node.title, secretKeys: node.secretKeys },
    input,
    maxAttempts: node.action?.maxAttempts ?? 1,
    attemptsAreGiven: node.action?.attemptsAreGiven ?? false,
    safeToRepeat: node.action?.safeToRepeat ?? true,
    attemptTimeoutMs: node.action?.attemptTimeoutMs ?? 10_000,
    // The virtual run has the budget.
    budget: { left: Infinity, limit: Infinity },
    carried: { events: [], acks: [] },
  };
  const registered = actions.get(node.type);
  if (!registered) throw new Error(`There is no action ${node.type}.`);
  for (let number = 1; ; number += 1) {
    try {
      const attempt = { number, signal, heartbeat: () => undefined };
      return { ok: true, result: await runAttempt(deps(), registered, task, attempt) };
    } catch (failure) {
      if (signal.aborted) return { ok: false, error: signal.reason as RunError };
      if (!(failure instanceof ApplicationFailure)) throw failure;
      if (failure.nonRetryable) {
        return { ok: false, error: { code: failure.type ?? '', message: failure.message } };
      }
    }
  }
}

/** A record that lets every attempt begin and keeps nothing. */
const record: RunRecord = {
  begin: (task) => Promise.resolve({ kind: 'proceed', number: task.attempt }),
  succeed: () => Promise.resolve(true),
  release: () => Promise.resolve(),
  settle: () => Promise.resolve({ kind: 'closed' }),
  flush: () => Promise.resolve(true),
  claimTimeout: () => Promise.resolve({ winner: 'timeout' }),
  prepareChild: () => Promise.reject(new Error('Child runs are started by the world of the case.')),
};

/** Takes deliveries and makes none. */
const deliveries: WebhookDeliveries = {
  enqueue: () => Promise.resolve({ deliveryId: newId('whd') }),
  read: () => Promise.reject(new Error('Nothing is delivered here.')),
  recordAttempt: () => Promise.resolve(),
};

const egress = { allow: ['127.0.0.1'] };
const http = new EgressClient(egress);
const silent = { info: () => undefined, warn: () => undefined };

function deps(): RunnerDeps {
  return {
    record,
    deliveries,
    databases: NO_DATABASES,
    secrets: { reveal: () => Promise.resolve(new Map()) },
    egress,
    log: silent,
    http,
  };
}
