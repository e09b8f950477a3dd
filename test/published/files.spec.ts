import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

describe('what is made out of the code', () => {
  it('is up to date', () => {
    const script = join(__dirname, '../../scripts/published.mjs');
    const { status, stderr } = spawnSync(process.execPath, [script, '--check'], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
