import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';
import { unknownFields } from './unknown-fields';

function ofNode(fields: object): unknown {
  const definition = definitionOf({ a: { type: 'log', ...fields } });
  return runRules([unknownFields], definition, { catalog: toyCatalog });
}

const NODE_FIELDS =
  '`type`, `payload`, `children`, `loopBody`, `branch`, `connector`, `description`, `titleOverride`, `resultSchema`, `blockContext`, `retry`, `timeoutMs`';

describe('unknownFields', () => {
  it('knows every field of a node', () => {
    const fields = {
      payload: {},
      children: [],
      loopBody: [],
      branch: 'then',
      connector: { type: 'db' },
      description: '',
      titleOverride: 'Log',
      resultSchema: {},
      blockContext: {},
      retry: {},
      timeoutMs: 1,
    };
    expect(ofNode(fields)).toEqual([]);
  });

  it.each([
    ['loop_body', 'Did you mean `loopBody`?'],
    ['title_override', 'Did you mean `titleOverride`?'],
    ['childern', 'Did you mean `children`?'],
    ['timeout_ms', 'Did you mean `timeoutMs`?'],
    ['id', 'The id of a node is its key in `nodes`.'],
    ['name', 'The title of a node is its `titleOverride`.'],
    ['title', 'The title of a node is its `titleOverride`.'],
    ['label', 'The title of a node is its `titleOverride`.'],
    ['props', 'What a node takes goes into its `payload`.'],
    ['inputs', 'What a node takes goes into its `payload`.'],
    ['parameters', 'What a node takes goes into its `payload`.'],
    ['config', 'What a node takes goes into its `payload`.'],
    ['next', 'The nodes that follow are listed in `children`.'],
    [
      'dependsOn',
      'Order is said the other way round: list this node in the `children` of its parents.',
    ],
    ['body', 'The nodes that a `for-each` repeats are listed in `loopBody`.'],
    ['retryPolicy', 'Write `retry`: {"maxAttempts": 3, "initialIntervalMs": 1000, "backoff": 2}.'],
    ['timeout', 'Write `timeoutMs`, in milliseconds.'],
    ['onError', 'What runs after a failure is a child with `branch`: "error".'],
    ['continueOnError', '`continueOnError` goes into the `payload` of a `for-each`.'],
    ['concurrency', '`concurrency` goes into the `payload` of a `for-each`.'],
    ['condition', 'The `condition` of an `if` goes into its `payload`.'],
    ['position', 'Places on the canvas are kept in `uiMetadata.nodePositions` of the workflow.'],
    ['zzz', `It has ${NODE_FIELDS}.`],
    ['constructor', `It has ${NODE_FIELDS}.`],
  ])('%s on a node', (field, hint) => {
    expect(ofNode({ [field]: 1 })).toEqual([
      {
        type: 'nodes',
        code: 'unknown_field',
        nodeId: 'a',
        nodeName: 'Log',
        field,
        message: `A node has no field \`${field}\`. ${hint}`,
      },
    ]);
  });

  it.each([
    ['trigger_node_ids', 'Did you mean `triggerNodeIds`?'],
    ['input_schema', 'Did you mean `inputSchema`?'],
    [
      'edges',
      'It has `nodes`, `triggerNodeIds`, `inputSchema`, `variableDefs`, `blockExpansions`, `sensitivePropKeys`, `props`, `visibility`, `publicWidgetConfig`.',
    ],
  ])('%s on the definition', (field, hint) => {
    const definition = definitionOf({}, { [field]: [] });
    expect(runRules([unknownFields], definition, { catalog: toyCatalog })).toEqual([
      {
        type: 'nodes',
        code: 'unknown_field',
        field,
        message: `A definition has no field \`${field}\`. ${hint}`,
      },
    ]);
  });

  it('knows every field of the definition', () => {
    const definition = definitionOf(
      {},
      {
        triggerNodeIds: [],
        inputSchema: [],
        variableDefs: [],
        blockExpansions: {},
        sensitivePropKeys: [],
        ...{ props: 1, visibility: 1, publicWidgetConfig: 1 },
      },
    );
    expect(runRules([unknownFields], definition, { catalog: toyCatalog })).toEqual([]);
  });
});
