import { StartError } from '../config/start-error';
import { loadActionPackages } from './action-packages';

describe('loadActionPackages', () => {
  it.each([
    [
      'no-such-package',
      /^WEFT_ACTION_PACKAGES names no-such-package, which can't be loaded: .+\.$/,
    ],
    ['yaml', /^WEFT_ACTION_PACKAGES names yaml, which exports no list named `actions`\.$/],
  ])('says what is wrong with %s', async (name, message) => {
    const loading = loadActionPackages([name]);
    await expect(loading).rejects.toThrow(StartError);
    await expect(loading).rejects.toThrow(message);
  });
});
