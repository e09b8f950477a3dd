import type { ReconcilerTimings } from '../config/config';
import { endStopped } from './end-stopped';
import { reopenReset } from './reopen-reset';
import type { Repair } from './repair';
import { resealSecrets } from './reseal-secrets';
import { startDeliveries } from './start-deliveries';
import { startUnstarted } from './start-unstarted';
import { cancelAgain, signalAgain } from './tell-again';
import { updateTallies } from './update-tallies';

/** In the order of their urgency. Some remember how far they have come. */
export function createRepairs({ startAfterMs, tellAfterMs }: ReconcilerTimings): readonly Repair[] {
  return [
    startUnstarted(startAfterMs),
    signalAgain(tellAfterMs),
    cancelAgain(tellAfterMs),
    reopenReset(),
    endStopped(),
    startDeliveries(startAfterMs),
    resealSecrets(),
    updateTallies(),
  ];
}
