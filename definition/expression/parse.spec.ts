import fc from 'fast-check';
import type { Expression, Root } from './ast';
import { parseExpression } from './parse';

function reference(root: Root, ...path: string[]): Expression {
  return { kind: 'reference', root, path };
}

function literal(value: string | number | boolean | null): Expression {
  return { kind: 'literal', value };
}

const trigger: Root = { kind: 'trigger', part: 'result' };

function node(nodeId: string, part: 'result' | 'error' | 'payload' = 'result'): Root {
  return { kind: 'node', nodeId, part };
}

describe('parseExpression', () => {
  it.each<[string, Expression]>([
    ['$trigger', reference(trigger)],
    ['$trigger.body.x', reference(trigger, 'body', 'x')],
    ['$trigger.headers.x-request-id', reference(trigger, 'headers', 'x-request-id')],
    ['root.result', reference(trigger)],
    ['root.result.body.x', reference(trigger, 'body', 'x')],
    ['root.input.x', reference({ kind: 'trigger', part: 'input' }, 'x')],
    ['root.payload.x', reference({ kind: 'trigger', part: 'payload' }, 'x')],
    ['$nodes.root.result.x', reference(trigger, 'x')],
    ['$nodes.root.input.x', reference({ kind: 'trigger', part: 'input' }, 'x')],
    ['$nodes.fetch.result', reference(node('fetch'))],
    ['$nodes.fetch-1.result.json.a', reference(node('fetch-1'), 'json', 'a')],
    ['$nodes.fetch.error.message', reference(node('fetch', 'error'), 'message')],
    ['$nodes.fetch.payload.url', reference(node('fetch', 'payload'), 'url')],
    ["$nodes['fetch'].result", reference(node('fetch'))],
    ['fetch.result.rows.0.field', reference(node('fetch'), 'rows', '0', 'field')],
    ['fetch.payload.url', reference(node('fetch', 'payload'), 'url')],
    ['fetch.error', reference(node('fetch', 'error'))],
    ['a_b-2.result.x', reference(node('a_b-2'), 'x')],
    ['1.result', reference(node('1'))],
    ['1e5.result.x', reference(node('1e5'), 'x')],
    ['true.result', reference(node('true'))],
    ['item.result', reference(node('item'))],
    ['$nodes.ask.result.x', reference(node('ask'), 'x')],
    ['__proto__.result', reference(node('__proto__'))],
    ['$props.k', reference({ kind: 'props' }, 'k')],
    ['$props', reference({ kind: 'props' })],
    ['$inputs.k', reference({ kind: 'inputs' }, 'k')],
    ['$vars.x.y', reference({ kind: 'vars' }, 'x', 'y')],
    ['$item', reference({ kind: 'item', level: 'current' })],
    ['$item.a.b', reference({ kind: 'item', level: 'current' }, 'a', 'b')],
    ['$index', reference({ kind: 'index', level: 'current' })],
    ['$parent_item.id', reference({ kind: 'item', level: 'parent' }, 'id')],
    ['$parent_index', reference({ kind: 'index', level: 'parent' })],
    ['$for.each-1.item.x', reference({ kind: 'loop', nodeId: 'each-1', part: 'item' }, 'x')],
    ['$for.each.index', reference({ kind: 'loop', nodeId: 'each', part: 'index' })],
    ['$workflow.id', reference({ kind: 'workflow' }, 'id')],
    ['$workflow', reference({ kind: 'workflow' })],
    ['$org.timezone', reference({ kind: 'organization' }, 'timezone')],
    ['$org', reference({ kind: 'organization' })],
    ['$workflowId', reference({ kind: 'workflow' }, 'id')],
    ['$item[0]', reference({ kind: 'item', level: 'current' }, '0')],
    ['$item[ 12 ].a[3]', reference({ kind: 'item', level: 'current' }, '12', 'a', '3')],
    ["$item['key with space']", reference({ kind: 'item', level: 'current' }, 'key with space')],
    ['$item["a.b"].c', reference({ kind: 'item', level: 'current' }, 'a.b', 'c')],
    ["$item['it\\'s']", reference({ kind: 'item', level: 'current' }, "it's")],
    ['$item[""]', reference({ kind: 'item', level: 'current' }, '')],
    ['$item.größe', reference({ kind: 'item', level: 'current' }, 'größe')],
    ['$item.$ref', reference({ kind: 'item', level: 'current' }, '$ref')],
    ['$item.-1', reference({ kind: 'item', level: 'current' }, '-1')],
    ['$item.1.5', reference({ kind: 'item', level: 'current' }, '1', '5')],
    ['$item . a', reference({ kind: 'item', level: 'current' }, 'a')],
    [' \n\t$item\n ', reference({ kind: 'item', level: 'current' })],
    ['0', literal(0)],
    ['-12', literal(-12)],
    ['1.5', literal(1.5)],
    ['1e3', literal(1000)],
    ['2.5E-1', literal(0.25)],
    ['1e+2', literal(100)],
    ['9007199254740991', literal(9007199254740991)],
    ["'text'", literal('text')],
    ['"text"', literal('text')],
    ["''", literal('')],
    ["'a \"b\" \\'c\\' \\\\ \\n\\r\\t\\x'", literal('a "b" \'c\' \\ \n\r\tx')],
    ['true', literal(true)],
    ['false', literal(false)],
    ['null', literal(null)],
  ])('reads %s', (source, expression) => {
    expect(parseExpression(source)).toEqual({ ok: true, expression });
  });

  it('reads a chain of fallbacks from the left', () => {
    expect(parseExpression("$item.a||$item.b || 'none'")).toEqual({
      ok: true,
      expression: {
        kind: 'fallback',
        left: reference({ kind: 'item', level: 'current' }, 'a'),
        right: {
          kind: 'fallback',
          left: reference({ kind: 'item', level: 'current' }, 'b'),
          right: literal('none'),
        },
      },
    });
  });

  it('reads a number after a path', () => {
    expect(parseExpression('$item.a.b || 5')).toEqual({
      ok: true,
      expression: {
        kind: 'fallback',
        left: reference({ kind: 'item', level: 'current' }, 'a', 'b'),
        right: literal(5),
      },
    });
  });

  const onlyPaths =
    'An expression is a path, a literal or a chain of them with `||`; compute in a `code-transform` node.';
  const roots =
    'An expression starts with one of `$trigger`, `$nodes.<id>.result`, `<id>.result`, `root.result`, `$item`, `$index`, `$parent_item`, `$parent_index`, `$for.<id>.item`, `$props`, `$inputs`, `$vars`, `$org`, `$workflow.id`.';

  it.each<[string, string, string | undefined]>([
    ['', 'The expression is empty.', 'Write a path such as `$trigger.body`.'],
    [' \n', 'The expression is empty.', 'Write a path such as `$trigger.body`.'],
    ['$item.a + 1', 'Unexpected `+` at position 9.', onlyPaths],
    ['f(1)', 'Unexpected `(` at position 2.', onlyPaths],
    ['$item.a ? 1 : 2', 'Unexpected `?` at position 9.', onlyPaths],
    ['$item.a && 1', 'Unexpected `&` at position 9.', onlyPaths],
    ['$item.a | 1', 'Unexpected `|` at position 9.', 'The fallback is written `||`.'],
    ['$item.a 💥', 'Unexpected `💥` at position 9.', onlyPaths],
    ['$item $index', 'Unexpected `$index` at position 7.', onlyPaths],
    ['$item 1', 'Unexpected `1` at position 7.', onlyPaths],
    ["'a'.length", 'Unexpected `.` at position 4.', onlyPaths],
    ["['a']", 'Unexpected `[` at position 1.', onlyPaths],
    ['.a', 'Unexpected `.` at position 1.', onlyPaths],
    ['|| 1', 'Unexpected `|` at position 1.', 'The fallback is written `||`.'],
    ['$item..a', 'Unexpected `.` at position 7.', onlyPaths],
    ['$item.', 'The expression ends too early.', onlyPaths],
    ['$item ||', 'The expression ends too early.', onlyPaths],
    ['$item ||  ', 'The expression ends too early.', onlyPaths],
    ['$item[', 'The expression ends too early.', onlyPaths],
    ['$item[0', 'The expression ends too early.', onlyPaths],
    ['$item[0 1]', 'Unexpected `1` at position 9.', onlyPaths],
    ['$item[-1]', 'Unexpected `-1` at position 7.', onlyPaths],
    ['$item[1.5]', 'Unexpected `1` at position 7.', onlyPaths],
    ['$item[]', 'Unexpected `]` at position 7.', onlyPaths],
    ['$item[key]', 'Unexpected `key` at position 7.', "A key in brackets is quoted: `['key']`."],
    ["$item.'a'", "Unexpected `'` at position 7.", onlyPaths],
    ["$item || 'x", 'The text that starts at position 10 is not closed.', undefined],
    ["'x\\'", 'The text that starts at position 1 is not closed.', undefined],
    ["'x\\", 'The text that starts at position 1 is not closed.', undefined],
    [
      '9007199254740993',
      'The number `9007199254740993` is too large to be exact.',
      "Write it as text: `'9007199254740993'`.",
    ],
    ['1e999', 'The number `1e999` is too large to be exact.', "Write it as text: `'1e999'`."],
    [
      '@price',
      '`@field` works only in the `template` of a `format` node and in the keys of a `filter`.',
      'The item of a loop is `$item.<field>`.',
    ],
    [
      ' @a.b ',
      '`@field` works only in the `template` of a `format` node and in the keys of a `filter`.',
      'The item of a loop is `$item.<field>`.',
    ],
    [
      'ask.amount',
      '`ask.amount` asks the author for a value and must be replaced by one.',
      'For a node with the id `ask` write `$nodes.ask.result`.',
    ],
    ['$nowhere.x', '`$nowhere` is unknown.', roots],
    ['$env.KEY', '`$env` is unknown.', 'Configuration belongs in `$vars.<name>`.'],
    ['$now', '`$now` is unknown.', 'The time of the start is `$trigger.triggeredAt`.'],
    ['$run.id', '`$run` is unknown.', 'What is known of the run is `$trigger` and `$workflow.id`.'],
    ['$secrets.a', '`$secrets` is unknown.', 'Secrets reach an action only through its connector.'],
    [
      '$connectors.a',
      '`$connectors` is unknown.',
      'Secrets reach an action only through its connector.',
    ],
    ['$storage.a', '`$storage` is unknown.', 'Stored values are `$vars.<name>`.'],
    [
      '$org.storage.a',
      '`$org` has only `id`, `name`, `slug`, `timezone`, `language`.',
      'Stored values are `$vars.<name>`.',
    ],
    [
      '$org.owner',
      '`$org` has only `id`, `name`, `slug`, `timezone`, `language`.',
      'Write `$org.timezone`, say.',
    ],
    ['$var.a', '`$var` is unknown.', 'Did you mean `$vars`?'],
    ['$prop.a', '`$prop` is unknown.', 'Did you mean `$props`?'],
    ['$input.a', '`$input` is unknown.', 'Did you mean `$inputs`, or `$trigger.body`?'],
    ['$json.a', '`$json` is unknown.', 'Did you mean `$trigger.body`, or `$nodes.<id>.result`?'],
    ['$node.a', '`$node` is unknown.', 'Did you mean `$nodes`?'],
    ['$steps.a', '`$steps` is unknown.', 'Did you mean `$nodes`?'],
    ['$items.a', '`$items` is unknown.', 'Did you mean `$item`?'],
    ['trigger.body.x', '`trigger` is unknown.', 'Did you mean `$trigger`?'],
    ['item.x', '`item` is unknown.', 'Did you mean `$item`?'],
    ['index', '`index` is unknown.', 'Did you mean `$index`?'],
    ['fetch', '`fetch` is no value.', "Write `fetch.result`, or `'fetch'` for text."],
    ['$nodes.fetch', '`$nodes.fetch` is no value.', 'Write `$nodes.fetch.result`.'],
    ['$nodes.item', '`$nodes.item` is no value.', 'Write `$nodes.item.result`.'],
    ['$nodes', '`$nodes` needs the id of a node.', 'Write `$nodes.<id>.result`.'],
    [
      "$nodes['a b'].result",
      "`a b` can't be the id of a node.",
      'Ids have letters, digits, `_` and `-`.',
    ],
    [
      "$nodes['-a.'].result",
      "`-a.` can't be the id of a node.",
      'Ids have letters, digits, `_` and `-`.',
    ],
    [
      'größe.result',
      "`größe` can't be the id of a node.",
      'Ids have letters, digits, `_` and `-`.',
    ],
    [
      'fetch.output',
      'A node has `result`, `error` and `payload`, not `output`.',
      'Did you mean `fetch.result.output`?',
    ],
    [
      '$nodes.fetch.rows',
      'A node has `result`, `error` and `payload`, not `rows`.',
      'Did you mean `$nodes.fetch.result.rows`?',
    ],
    ['root', '`root` is no value.', 'Write `root.result`.'],
    ['$nodes.root', '`$nodes.root` is no value.', 'Write `$nodes.root.result`.'],
    [
      'root.body.x',
      'The trigger has `result`, `input` and `payload`, not `body`.',
      'Did you mean `root.result.body`?',
    ],
    ['$index.x', '`$index` is a number and has no fields.', 'Write `$index`.'],
    ['$parent_index.x', '`$parent_index` is a number and has no fields.', 'Write `$parent_index`.'],
    ['$for.a.index.x', '`$for.a.index` is a number and has no fields.', 'Write `$for.a.index`.'],
    ['$workflowId.x', '`$workflowId` is a text and has no fields.', 'Write `$workflowId`.'],
    ['$workflow.name', '`$workflow` has only `id`.', 'Write `$workflow.id`.'],
    ['$workflow.id.x', '`$workflow` has only `id`.', 'Write `$workflow.id`.'],
    ...['$for', '$for.a', '$for.a.x', "$for['a b'].item"].map(
      (source): [string, string, string] => [
        source,
        '`$for` needs the id of a loop and what to read of it.',
        'Write `$for.<id>.item` or `$for.<id>.index`.',
      ],
    ),
  ])('refuses %s', (source, message, hint) => {
    expect(parseExpression(source)).toEqual({ ok: false, message, ...(hint && { hint }) });
  });

  it('takes 2,000 characters and 64 segments, and no more', () => {
    expect(parseExpression(`'${'x'.repeat(1998)}'`)).toMatchObject({ ok: true });
    expect(parseExpression(`'${'x'.repeat(1999)}'`)).toEqual({
      ok: false,
      message: 'An expression has at most 2000 characters.',
    });
    expect(parseExpression(`$item${'.a'.repeat(64)}`)).toMatchObject({ ok: true });
    expect(parseExpression(`$item${'.a'.repeat(65)}`)).toEqual({
      ok: false,
      message: 'A path has at most 64 segments.',
    });
  });

  it('never throws, whatever the text', () => {
    const fragments = fc.constantFrom(
      ...[
        '$trigger',
        '$nodes',
        'root',
        '.',
        '[',
        ']',
        '||',
        "'",
        '"',
        '\\',
        '0',
        '-',
        'a',
        ' ',
        '@',
        '{{',
      ],
    );
    const source = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fragments).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(source, (text) => {
        expect(typeof parseExpression(text).ok).toBe('boolean');
      }),
      { numRuns: 1000 },
    );
  });

  it('reads any key that is quoted in brackets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (key) => {
        const quoted = key.replace(/[\\']/g, '\\$&');
        expect(parseExpression(`$item['${quoted}']`)).toEqual({
          ok: true,
          expression: reference({ kind: 'item', level: 'current' }, key),
        });
      }),
    );
  });
});
