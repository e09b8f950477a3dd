import { Client, Connection } from '@temporalio/client';
import { contractOnTemporal } from '../support/contract-suite';
import { temporalAddress } from '../support/service';

const AS_OFTEN_AS_POSSIBLE = { WEFT_MAX_HISTORY_EVENTS: '20', WEFT_MIN_CUT_AGE_MS: '0' };

describe('on Temporal, continued as new as often as possible', () => {
  contractOnTemporal(AS_OFTEN_AS_POSSIBLE, { services: 1, each: 12 }, (runs) => {
    it('really is cut', async () => {
      const connection = await Connection.connect({ address: temporalAddress() });
      const client = new Client({ connection });
      const whole: string[] = [];
      for (const [{ name }, run] of runs) {
        if (!name.endsWith('between cuts')) continue;
        const { raw } = await client.workflow.getHandle((await run).runId).describe();
        const { firstRunId, execution } = raw.workflowExecutionInfo ?? {};
        if (firstRunId === execution?.runId) whole.push(name);
      }
      await connection.close();
      expect(whole).toEqual([]);
    });
  });
});
