import { splitText } from '../expression/split-text';
import { ExpressionSyntaxError, tokenize, type Token } from '../expression/tokenize';
import type { JsonObject } from '../json';
import { mapPayload, type TextChange } from '../plan/map-payload';
import { writeParts } from '../props/write-text';

/** What the names inside of a block are called outside of it. */
export interface Names {
  /** Undefined for what is no node of the block. */
  node(id: string): string | undefined;
  /** What `$inputs` reads. */
  inputs: string;
}

/** A payload of a block's node with the names in its expressions changed. The rest stays as it is. */
export function renamePayload(type: string, payload: JsonObject, names: Names): JsonObject {
  const rename = (source: string): string => renameText(source, names);
  // Other names stay others, so no two comparisons become one.
  const change: TextChange = { text: rename, key: rename, clash: () => undefined };
  return mapPayload(type, payload, ['payload'], change);
}

function renameText(source: string, names: Names): string {
  const split = splitText(source);
  if (!split.ok) return source;
  const parts = split.parts.map((part) =>
    part.kind === 'text' ? part : { ...part, source: renameExpression(part.source, names) },
  );
  const isSame = parts.every(
    (part, at) => part.kind === 'text' || part.source === (split.parts[at] as typeof part).source,
  );
  return isSame ? source : writeParts(parts);
}

interface Replacement {
  start: number;
  end: number;
  text: string;
}

/** What can't be read is left as it is: the validator has its say about it. */
export function renameExpression(source: string, names: Names): string {
  let renamed = '';
  let copied = 0;
  for (const { start, end, text } of replacements(source, names)) {
    renamed += source.slice(copied, start) + text;
    copied = end;
  }
  return renamed + source.slice(copied);
}

function replacements(source: string, names: Names): Replacement[] {
  try {
    const tokens = tokenize(source);
    return tokens.flatMap((token, at) => {
      const isFirst = at === 0 || tokens[at - 1]?.kind === '||';
      return isFirst && token.kind === 'word'
        ? (replaceRoot(token, tokens.slice(at), names) ?? [])
        : [];
    });
  } catch (error) {
    if (error instanceof ExpressionSyntaxError) return [];
    throw error;
  }
}

/** `rest` are the tokens from the root on. */
function replaceRoot(
  { value, start }: Extract<Token, { value: string }>,
  [, opening, segment, closing]: readonly Token[],
  names: Names,
): Replacement | undefined {
  if (value === '$inputs') return { start, end: start + value.length, text: names.inputs };
  if (value !== '$nodes' && value !== '$for') {
    const text = names.node(value);
    return text === undefined ? undefined : { start, end: start + value.length, text };
  }
  if (!segment || !('value' in segment)) return undefined;
  const id = names.node(segment.value);
  if (id === undefined) return undefined;
  const isQuoted = opening?.kind === '[' && closing;
  return {
    start: segment.start,
    end: isQuoted ? closing.start : segment.start + segment.value.length,
    text: isQuoted ? `'${id}'` : id,
  };
}
