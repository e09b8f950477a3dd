import { isDatabaseAway } from './database-away';

const withCode = (code: string) => Object.assign(new Error('x'), { code });

describe('isDatabaseAway', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '08006'])('knows %s', (code) => {
    expect(isDatabaseAway(withCode(code))).toBe(true);
  });

  it('knows a connection that was lost', () => {
    expect(isDatabaseAway(new Error('Connection terminated unexpectedly'))).toBe(true);
  });

  it.each(['23505', '40001', 'ENOENT', '22P02'])('takes %s for something else', (code) => {
    expect(isDatabaseAway(withCode(code))).toBe(false);
  });

  it.each([undefined, 'ECONNREFUSED', new Error('no')])('takes %s for something else', (thrown) => {
    expect(isDatabaseAway(thrown)).toBe(false);
  });
});
