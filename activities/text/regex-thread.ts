import type { Matcher } from 're2js';
import type { ThreadMain } from '../threads/thread-pool';

export interface RegexTask {
  text: string;
  pattern: string;
  global: boolean;
  maxMatches: number;
  /** UTF-16 units of all matched text together. */
  maxOutput: number;
}

/** `matches` is a list of JSON objects, as text: a group may be named `__proto__`. */
export type RegexReply =
  | { kind: 'matches'; matches: string }
  | { kind: 'invalid-pattern'; message: string }
  | { kind: 'too-many-matches' }
  | { kind: 'too-much-output' };

/** Runs in a thread: matching takes time linear in the text, but all matches of a text may take its square. */
/* istanbul ignore next: its source text runs elsewhere */
export const regexThread: ThreadMain<RegexTask, RegexReply> = (load) => {
  const { RE2JS } = load('re2js') as typeof import('re2js');

  function groupsOf(matcher: Matcher, names: Record<string, number>): [string, string][] {
    const groups: [string, string][] = [];
    for (const [name, index] of Object.entries(names)) {
      groups.push([name, matcher.group(index) ?? '']);
    }
    // After the names: a group may be named `1`, and the number wins.
    for (let index = 0; index <= matcher.groupCount(); index += 1) {
      groups.push([String(index), matcher.group(index) ?? '']);
    }
    return groups;
  }

  return Promise.resolve(({ text, pattern, global, maxMatches, maxOutput }: RegexTask) => {
    let compiled;
    try {
      compiled = RE2JS.compile(pattern);
    } catch (error) {
      return { kind: 'invalid-pattern', message: error instanceof Error ? error.message : '' };
    }
    const names = compiled.namedGroups();
    const matcher = compiled.matcher(text);
    const matches: string[] = [];
    let output = 0;
    while (matcher.find()) {
      const groups = groupsOf(matcher, names);
      for (const [name, value] of groups) output += name.length + value.length;
      if (output > maxOutput) return { kind: 'too-much-output' };
      if (matches.length === maxMatches) return { kind: 'too-many-matches' };
      matches.push(JSON.stringify(Object.fromEntries(groups)));
      if (!global) break;
    }
    return { kind: 'matches', matches: `[${matches.join(',')}]` };
  });
};
