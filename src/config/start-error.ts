/** Keeps a process from starting. The message says what to do, so it is shown without a stack. */
export class StartError extends Error {
  override readonly name: string = 'StartError';
}
