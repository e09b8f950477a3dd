/**
 * Versions of the interpreter's behaviour. A run keeps the version it was started with. A change that
 * gives a recorded history other commands gets a new number here, what changed in one sentence, and
 * histories of its own in `test/histories/`.
 *
 * 1. The first.
 */
export const ENGINE_VERSION = 1;
