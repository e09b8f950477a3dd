import type { OpenDelivery } from '../record/open-deliveries';
import { mendEach, type Repair, type RepairDeps } from './repair';

/** Open deliveries that are compared with Temporal in each round, in turn. */
const SWEEP = 100;

/** A webhook delivery is written before its workflow is started, and its workflow may be stopped by hand. */
export function startDeliveries(afterMs: number): Repair {
  let swept: string | undefined;
  return {
    name: 'webhook deliveries',
    async run(deps, { now }) {
      const before = new Date(now.getTime() - afterMs);
      const some = await deps.deliveries.read(before, SWEEP, swept);
      swept = some.length < SWEEP ? undefined : some.at(-1)?.deliveryId;
      return mendEach(deps, some, (delivery) => startOrGiveUp(deps, delivery));
    },
  };
}

async function startOrGiveUp(
  { workflows, deliveries, startDelivery }: RepairDeps,
  delivery: OpenDelivery,
): Promise<boolean> {
  const { organizationId, deliveryId, maxRetries, pending } = delivery;
  const sight = await workflows.describe(deliveryId);
  if (sight.kind === 'running') return false;
  if (sight.kind === 'closed') {
    return deliveries.giveUp(delivery, `The delivery was ended from outside: ${sight.how}`);
  }
  if (!pending) return deliveries.giveUp(delivery, 'Temporal does not know this delivery any more');
  await startDelivery({ organizationId, deliveryId, maxRetries });
  return true;
}
