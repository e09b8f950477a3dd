import { contractOnTemporal } from '../support/contract-suite';

describe('on Temporal', () => {
  contractOnTemporal({});
});
