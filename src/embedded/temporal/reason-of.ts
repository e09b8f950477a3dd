/** Why a download failed, in one line: what the program said, or the cause that `fetch` hides. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stderr = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr.trim() : '';
  if (stderr !== '') return stderr.slice(stderr.lastIndexOf('\n') + 1);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
