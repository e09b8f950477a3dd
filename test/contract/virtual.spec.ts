import { planOf } from '../support/contract-definition';
import { expectOutcome } from '../support/contract-expect';
import { disorder } from '../support/contract-order';
import { runVirtually } from '../support/contract-virtual';
import { startHttpTarget, type HttpTarget } from '../support/http-target';
import { CASES, titleOf } from './cases';

describe('in virtual time', () => {
  let target: HttpTarget;

  beforeAll(async () => {
    target = await startHttpTarget();
  });

  afterAll(() => target.close());

  it.each(CASES.map((one) => [titleOf(one), one] as const))('%s', async (_title, contractCase) => {
    const view = await runVirtually(contractCase, target);
    expectOutcome(view, contractCase.expect);
    expect(disorder(planOf(contractCase), view.events)).toEqual([]);
  });
});
