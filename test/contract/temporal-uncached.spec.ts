import { contractOnTemporal } from '../support/contract-suite';

describe('on Temporal, each workflow task replayed from the start', () => {
  contractOnTemporal({ WEFT_MAX_CACHED_WORKFLOWS: '0' });
});
