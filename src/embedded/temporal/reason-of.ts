/** Why a download failed, in one line: what the program said, or the cause that `fetch` hides. */
export function reasonOf(error: unknown): string {
  const { message, cause, stderr } = error as {
    message: string;
    cause?: unknown;
    stderr?: unknown;
  };
  const said = typeof stderr === 'string' ? stderr.trim() : '';
  if (said !== '') return said.slice(said.lastIndexOf('\n') + 1);
  return cause === undefined ? message : `${message} (${reasonOf(cause)})`;
}
