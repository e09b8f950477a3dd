/** What a definition may have at most. Checked before anything is built from it. */
export interface DefinitionLimits {
  /** Length of the JSON text in UTF-8 bytes. Checked by whoever reads the text. */
  maxBytes: number;
  maxNodes: number;
  /** Levels of objects and arrays, the definition itself being the first. */
  maxDepth: number;
  /** Ids in one `children` or `loopBody` list. */
  maxChildren: number;
  /** Length of one string, in UTF-16 units. */
  maxStringLength: number;
}

export const DEFINITION_LIMITS: DefinitionLimits = {
  maxBytes: 1024 * 1024,
  maxNodes: 1_000,
  maxDepth: 64,
  maxChildren: 1_000,
  maxStringLength: 256 * 1024,
};

/** Longest id of a node. */
export const MAX_NODE_ID_LENGTH = 64;

/** Loops inside loops: the most that can be open at once. */
export const MAX_LOOP_NESTING = 10;

/** Blocks inside blocks: the most that can be open at once. */
export const MAX_BLOCK_NESTING = 5;

/** Iterations of one loop that may run side by side. */
export const MAX_CONCURRENCY = 20;

const DAY_MS = 86_400_000;

/** Longest `delay`, `wait` and node timeout. */
export const MAX_PAUSE_MS = 366 * DAY_MS;

export const MIN_WAIT_MS = 1_000;

/** What a `wait` without `timeoutMs` waits. */
export const DEFAULT_WAIT_MS = 300_000;

export const MAX_ATTEMPTS = 20;

export const MAX_BACKOFF = 10;

/** Longest pause before the second attempt of an action. */
export const MAX_RETRY_INTERVAL_MS = DAY_MS;

export const MAX_REGEX_LENGTH = 1_024;

export const MAX_WORKFLOW_NAME_LENGTH = 255;

/** Bytes of one variable's value, as JSON. All of them travel with the start of each run. */
export const MAX_VARIABLE_SIZE = 32_768;

/** Variables of one workflow. */
export const MAX_VARIABLES = 100;
