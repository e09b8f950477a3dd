import { TestService } from '../support/service';

describe('a service that is told to stop', () => {
  it('ends in order when its terminal goes', async () => {
    const service = await TestService.start();
    expect(await service.stop('SIGHUP')).toBe(0);
  });

  it('takes the same word from its terminal and from npm for one', async () => {
    const service = await TestService.start();
    service.signal('SIGINT');
    expect(await service.stop('SIGINT')).toBe(0);
  });
});
