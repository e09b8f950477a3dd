import { RunEngine } from '../../src/runs/run-engine';

/** An engine that can't be reached, as when Temporal is down. */
export class AbsentEngine extends RunEngine {
  startRun(): Promise<void> {
    return unreachable();
  }
  simulate(): Promise<boolean> {
    return unreachable();
  }
  cancelRun(): Promise<void> {
    return unreachable();
  }
  signalClaim(): Promise<void> {
    return unreachable();
  }
  ready(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

function unreachable(): Promise<never> {
  return Promise.reject(new Error('The engine is not reachable.'));
}
