import { EVENT_TYPES, isTerminal } from './progress';

describe('the types of events', () => {
  it('end a run with one of four', () => {
    expect(EVENT_TYPES.filter(isTerminal)).toEqual([
      'run_completed',
      'run_partial',
      'run_failed',
      'run_cancelled',
    ]);
  });
});
