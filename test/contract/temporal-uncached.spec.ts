import { contractOnTemporal } from '../support/contract-suite';

// Without a cache the SDK keeps a task waiting while another run is busy, until it times out after 10
// seconds: so each worker has one run at a time.
describe('on Temporal, each workflow task replayed from the start', () => {
  contractOnTemporal({ WEFT_MAX_CACHED_WORKFLOWS: '0' }, { services: 4, each: 1 });
});
