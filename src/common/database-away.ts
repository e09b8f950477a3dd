/** Connection errors of PostgreSQL, and its word that it starts or stops. */
const SQL_STATES = /^(08|57P)/;
const SYSTEM_CODES: readonly string[] = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'];
/** What the driver says, without a code, of a connection that it had. */
const LOST = 'Connection terminated';

/** Whether the database could not be asked, rather than refuse what it was asked. */
export function isDatabaseAway(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const { code } = thrown as { code?: unknown };
  if (typeof code === 'string') return SQL_STATES.test(code) || SYSTEM_CODES.includes(code);
  return thrown.message.startsWith(LOST);
}
