import { ORGANIZATION_FIELDS } from '../organization';
import type { Root } from './ast';
import { ExpressionSyntaxError } from './tokenize';

export interface RootedPath {
  root: Root;
  path: string[];
}

const NODE_ID = /^[A-Za-z0-9_-]+$/;

const ROOTS =
  '`$trigger`, `$nodes.<id>.result`, `<id>.result`, `root.result`, `$item`, `$index`, `$parent_item`, ' +
  '`$parent_index`, `$for.<id>.item`, `$props`, `$inputs`, `$vars`, `$org`, `$workflow.id`';

/** What to write instead of roots that authors try, from other tools and older grammars. */
const INSTEAD = new Map([
  ['$env', 'Configuration belongs in `$vars.<name>`.'],
  ['$secrets', 'Secrets reach an action only through its connector.'],
  ['$connectors', 'Secrets reach an action only through its connector.'],
  ['$now', 'The time of the start is `$trigger.triggeredAt`.'],
  ['$run', 'What is known of the run is `$trigger` and `$workflow.id`.'],
  ['$storage', 'Stored values are `$vars.<name>`.'],
  ['$var', 'Did you mean `$vars`?'],
  ['$prop', 'Did you mean `$props`?'],
  ['$input', 'Did you mean `$inputs`, or `$trigger.body`?'],
  ['$json', 'Did you mean `$trigger.body`, or `$nodes.<id>.result`?'],
  ['$node', 'Did you mean `$nodes`?'],
  ['$steps', 'Did you mean `$nodes`?'],
  ['$items', 'Did you mean `$item`?'],
]);

type Reader = (segments: readonly string[]) => RootedPath;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['$trigger', ([, ...path]) => ({ root: { kind: 'trigger', part: 'result' }, path })],
  ['root', ([, part, ...path]) => triggerPart('root', part, path)],
  ['$nodes', ([, nodeId, part, ...path]) => nodePart('$nodes.', nodeId, part, path)],
  ['$item', ([, ...path]) => ({ root: { kind: 'item', level: 'current' }, path })],
  ['$parent_item', ([, ...path]) => ({ root: { kind: 'item', level: 'parent' }, path })],
  ['$index', (segments) => scalar({ kind: 'index', level: 'current' }, segments, 1, 'number')],
  [
    '$parent_index',
    (segments) => scalar({ kind: 'index', level: 'parent' }, segments, 1, 'number'),
  ],
  ['$for', readLoop],
  ['$workflow', readWorkflow],
  [
    '$workflowId',
    (segments) => ({ ...scalar({ kind: 'workflow' }, segments, 1, 'text'), path: ['id'] }),
  ],
  ['$props', ([, ...path]) => ({ root: { kind: 'props' }, path })],
  ['$inputs', ([, ...path]) => ({ root: { kind: 'inputs' }, path })],
  ['$vars', ([, ...path]) => ({ root: { kind: 'vars' }, path })],
  ['$org', readOrganization],
  ['ask', readPlaceholder],
]);

/** Turns the segments of either dialect into one root and the path below it. Throws {@link ExpressionSyntaxError}. */
export function readRoot(segments: readonly [string, ...string[]]): RootedPath {
  const [first, part, ...path] = segments;
  const reader = READERS.get(first);
  if (reader) return reader(segments);
  if (first.startsWith('$')) {
    throw new ExpressionSyntaxError(
      `\`${first}\` is unknown.`,
      INSTEAD.get(first) ?? `An expression starts with one of ${ROOTS}.`,
    );
  }
  return nodePart('', first, part, path);
}

function nodePart(
  prefix: string,
  nodeId: string | undefined,
  part: string | undefined,
  path: string[],
): RootedPath {
  if (nodeId === undefined) {
    throw new ExpressionSyntaxError(
      '`$nodes` needs the id of a node.',
      'Write `$nodes.<id>.result`.',
    );
  }
  const name = `${prefix}${nodeId}`;
  if (nodeId === 'root') return triggerPart(name, part, path);
  if (!NODE_ID.test(nodeId)) {
    throw new ExpressionSyntaxError(
      `\`${nodeId}\` can't be the id of a node.`,
      'Ids have letters, digits, `_` and `-`.',
    );
  }
  if (part === 'result' || part === 'error' || part === 'payload') {
    return { root: { kind: 'node', nodeId, part }, path };
  }
  if (prefix === '' && READERS.has(`$${nodeId}`)) {
    throw new ExpressionSyntaxError(`\`${nodeId}\` is unknown.`, `Did you mean \`$${nodeId}\`?`);
  }
  if (part === undefined) {
    const text = prefix === '' ? `, or \`'${nodeId}'\` for text` : '';
    throw new ExpressionSyntaxError(`\`${name}\` is no value.`, `Write \`${name}.result\`${text}.`);
  }
  throw new ExpressionSyntaxError(
    `A node has \`result\`, \`error\` and \`payload\`, not \`${part}\`.`,
    `Did you mean \`${name}.result.${part}\`?`,
  );
}

function triggerPart(name: string, part: string | undefined, path: string[]): RootedPath {
  if (part === 'result' || part === 'input' || part === 'payload') {
    return { root: { kind: 'trigger', part }, path };
  }
  if (part === undefined) {
    throw new ExpressionSyntaxError(`\`${name}\` is no value.`, `Write \`${name}.result\`.`);
  }
  throw new ExpressionSyntaxError(
    `The trigger has \`result\`, \`input\` and \`payload\`, not \`${part}\`.`,
    `Did you mean \`${name}.result.${part}\`?`,
  );
}

function readLoop(segments: readonly string[]): RootedPath {
  const [, nodeId, part, ...path] = segments;
  if (nodeId === undefined || !NODE_ID.test(nodeId) || (part !== 'item' && part !== 'index')) {
    throw new ExpressionSyntaxError(
      '`$for` needs the id of a loop and what to read of it.',
      'Write `$for.<id>.item` or `$for.<id>.index`.',
    );
  }
  const root: Root = { kind: 'loop', nodeId, part };
  return part === 'index' ? scalar(root, segments, 3, 'number') : { root, path };
}

function readWorkflow([, ...path]: readonly string[]): RootedPath {
  const [field] = path;
  if (path.length > 1 || (field !== undefined && field !== 'id')) {
    throw new ExpressionSyntaxError('`$workflow` has only `id`.', 'Write `$workflow.id`.');
  }
  return { root: { kind: 'workflow' }, path };
}

function readOrganization([, ...path]: readonly string[]): RootedPath {
  const [field] = path;
  if (path.length > 1 || (field !== undefined && !ORGANIZATION_FIELDS.includes(field))) {
    throw new ExpressionSyntaxError(
      `\`$org\` has only ${ORGANIZATION_FIELDS.map((name) => `\`${name}\``).join(', ')}.`,
      field === 'storage' || field === 'stores'
        ? 'Stored values are `$vars.<name>`.'
        : 'Write `$org.timezone`, say.',
    );
  }
  return { root: { kind: 'organization' }, path };
}

function readPlaceholder(segments: readonly string[]): never {
  throw new ExpressionSyntaxError(
    `\`${segments.join('.')}\` asks the author for a value and must be replaced by one.`,
    'For a node with the id `ask` write `$nodes.ask.result`.',
  );
}

/** A root without anything below: `length` is how many segments name it. */
function scalar(root: Root, segments: readonly string[], length: number, what: string): RootedPath {
  if (segments.length > length) {
    const name = segments.slice(0, length).join('.');
    throw new ExpressionSyntaxError(
      `\`${name}\` is a ${what} and has no fields.`,
      `Write \`${name}\`.`,
    );
  }
  return { root, path: [] };
}
