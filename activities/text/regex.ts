import type { NodeSpec } from '../../definition/catalog';
import type { Json, JsonObject } from '../../definition/json';
import { MAX_REGEX_LENGTH } from '../../definition/limits';
import { ActionError, type Action } from '../action';
import { ThreadDeadlineError, ThreadPool } from '../threads/thread-pool';
import { regexThread, type RegexReply } from './regex-thread';

const MAX_TEXT = 1024 * 1024;
const MAX_MATCHES = 10_000;
const MAX_OUTPUT = 1024 * 1024;
/** A local activity may take a second at most. */
const DEADLINE_MS = 800;

const spec: NodeSpec = {
  type: 'regex',
  title: 'Regular expression',
  description: [
    'Searches a text with an RE2 pattern (the syntax of Go; groups are named with `(?P<name>...)`).',
    'Read a group with a dot: `matches.1`, `matches.year`; `matches.0` is the whole match. A group',
    'that took no part is an empty text.',
  ].join(' '),
  category: 'Built-in',
  tags: ['text', 'regex', 'search', 'extract'],
  execution: 'local',
  payloadSchema: {
    type: 'object',
    required: ['pattern'],
    anyOf: [{ required: ['text'] }, { required: ['input'] }],
    additionalProperties: false,
    properties: {
      text: { type: 'string', maxLength: MAX_TEXT, title: 'Text', description: 'Where to search.' },
      input: {
        type: 'string',
        maxLength: MAX_TEXT,
        title: 'Input',
        description: 'Another name of `text`, which counts when both are given.',
      },
      pattern: {
        type: 'string',
        maxLength: MAX_REGEX_LENGTH,
        title: 'Pattern',
        description: 'RE2 pattern: no backreferences, no lookaround.',
      },
      global: {
        type: 'boolean',
        default: false,
        title: 'All matches',
        description: 'Return all matches, at most 10,000, as a list.',
      },
    },
  },
  resultSchema: {
    type: 'object',
    required: ['matched', 'matches'],
    properties: {
      matched: { type: 'boolean' },
      matches: {
        description: 'Groups by number and name: one object, or with `global` a list of them.',
        type: ['object', 'array'],
        items: { type: 'object', additionalProperties: { type: 'string' } },
        additionalProperties: { type: 'string' },
      },
    },
  },
  behaviour: { sideEffects: false },
  example: {
    payload: { text: 'order AB-1042 paid', pattern: '(?P<kind>[A-Z]+)-(?P<num>\\d+)' },
    result: {
      matched: true,
      matches: { '0': 'AB-1042', '1': 'AB', '2': '1042', kind: 'AB', num: '1042' },
    },
  },
};

const pool = new ThreadPool({
  size: 2,
  main: regexThread,
  modules: { re2js: require.resolve('re2js') },
  maxHeapMb: 128,
});

export const regex: Action = {
  spec,

  async run(payload: JsonObject, { signal }): Promise<Json> {
    const { text, input, pattern, global } = payload as unknown as {
      text?: string;
      input?: string;
      pattern: string;
      global?: boolean;
    };
    const matches = matchesOf(
      await inThread({ text: text ?? input ?? '', pattern, global: global ?? false }, signal),
    );
    return { matched: matches.length > 0, matches: global === true ? matches : (matches[0] ?? {}) };
  },
};

async function inThread(
  task: { text: string; pattern: string; global: boolean },
  signal: AbortSignal,
): Promise<RegexReply> {
  try {
    const limits = { maxMatches: MAX_MATCHES, maxOutput: MAX_OUTPUT };
    return await pool.run({ ...task, ...limits }, { deadlineMs: DEADLINE_MS, signal });
  } catch (error) {
    if (!(error instanceof ThreadDeadlineError)) throw error;
    throw new ActionError(
      'regex_timeout',
      `The search took longer than ${DEADLINE_MS} ms; search a shorter text or use a simpler pattern`,
    );
  }
}

function matchesOf(reply: RegexReply): JsonObject[] {
  switch (reply.kind) {
    case 'matches':
      return JSON.parse(reply.matches) as JsonObject[];
    case 'invalid-pattern':
      throw new ActionError('regex_invalid_pattern', `The pattern is not valid: ${reply.message}`);
    case 'too-many-matches':
      throw new ActionError('regex_too_many_matches', `There are more than ${MAX_MATCHES} matches`);
    case 'too-much-output':
      throw new ActionError('result_too_large', 'The matched text together is larger than 1 MB');
  }
}
