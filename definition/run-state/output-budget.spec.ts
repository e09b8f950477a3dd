import { refuseOutput } from './output-budget';

describe('the budget of results', () => {
  it('has room for a result that fills it', () => {
    expect(refuseOutput('work', 'x'.repeat(8), { left: 10, limit: 100 })).toBeUndefined();
  });

  it('refuses one that is a byte larger, and says what to do', () => {
    expect(refuseOutput('work', 'x'.repeat(9), { left: 10, limit: 100 })).toEqual({
      code: 'run_output_too_large',
      message:
        'The results of this run are larger than 100 bytes together. Return less from `work`, for instance by filtering before.',
    });
  });
});
