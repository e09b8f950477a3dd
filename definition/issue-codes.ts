/** The kinds that B3OS tells apart. */
export type IssueType = 'name' | 'nodes' | 'root' | 'connectivity' | 'pattern' | 'variable';

interface CodeInfo {
  type: IssueType;
  /** One line for the documentation. */
  meaning: string;
}

/** Every code an issue can have. A code is never renamed: clients branch on it. */
export const ISSUE_CODES = {
  // The outline: what can't even be saved as a draft.
  definition_is_text: { type: 'nodes', meaning: 'The definition was sent as a string of JSON.' },
  definition_not_object: { type: 'nodes', meaning: 'The definition is no JSON object.' },
  nodes_missing: { type: 'nodes', meaning: 'The definition has no `nodes`.' },
  wrong_type: { type: 'nodes', meaning: 'A field holds another kind of JSON than it takes.' },
  type_missing: { type: 'nodes', meaning: 'A node has no `type`.' },
  node_id_invalid: { type: 'nodes', meaning: 'The id of a node is too long or has other signs.' },
  too_many_nodes: { type: 'nodes', meaning: 'The definition has more nodes than are allowed.' },
  too_many_children: { type: 'nodes', meaning: 'One node lists more ids than are allowed.' },
  too_deep: { type: 'nodes', meaning: 'Objects and lists are nested too deep.' },
  string_too_long: { type: 'nodes', meaning: 'One string is longer than is allowed.' },
  foreign_secret: { type: 'nodes', meaning: 'A `$secret` was sent that was not there before.' },
  too_many_problems: { type: 'nodes', meaning: 'There are more problems than are reported.' },

  // The workflow's name.
  name_empty: { type: 'name', meaning: 'The workflow has no name.' },
  name_too_long: { type: 'name', meaning: 'The name of the workflow is too long.' },

  // Triggers.
  root_missing: { type: 'root', meaning: 'There is no node where a run starts.' },
  trigger_missing: { type: 'root', meaning: '`triggerNodeIds` names a node that does not exist.' },
  root_not_trigger: { type: 'root', meaning: 'A run would start at a node that is no trigger.' },
  trigger_misplaced: { type: 'root', meaning: 'A trigger stands where no run starts.' },
  trigger_has_parent: { type: 'root', meaning: 'A node leads to a trigger.' },
  root_reserved: { type: 'root', meaning: 'With several triggers no node may be called `root`.' },
  duplicate_trigger: { type: 'root', meaning: '`triggerNodeIds` names a node twice.' },

  // Fields of nodes.
  unknown_type: { type: 'nodes', meaning: 'The type of a node is not in the catalog.' },
  unknown_field: {
    type: 'nodes',
    meaning: 'A node or the definition has a field that is unknown.',
  },
  reserved_id: { type: 'nodes', meaning: 'The id of a node means something else in expressions.' },
  number_out_of_range: { type: 'nodes', meaning: 'A number is outside of its range.' },
  value_wrong_type: { type: 'nodes', meaning: 'A value in a payload has the wrong type.' },
  field_required: { type: 'nodes', meaning: 'A payload lacks a field that is required.' },
  payload_invalid: { type: 'nodes', meaning: 'A payload does not fit the schema of its type.' },
  retry_not_allowed: {
    type: 'nodes',
    meaning: '`retry` or `timeoutMs` on a node that is no action.',
  },
  loop_body_missing: { type: 'nodes', meaning: 'A `for-each` has no `loopBody`.' },
  loop_body_not_allowed: { type: 'nodes', meaning: '`loopBody` on a node that is no `for-each`.' },
  loop_too_deep: { type: 'nodes', meaning: 'Loops are nested too deep.' },
  connector_not_allowed: { type: 'nodes', meaning: 'A connector on a node that takes none.' },
  connector_required: { type: 'nodes', meaning: 'A node lacks the connector it needs.' },
  connector_wrong_type: { type: 'nodes', meaning: 'A connector of another type than is needed.' },
  wait_trigger_unknown: { type: 'nodes', meaning: 'A wait names a trigger type that is unknown.' },
  wait_trigger_unusable: { type: 'nodes', meaning: 'A wait names a trigger it can not wait for.' },
  wait_short: { type: 'nodes', meaning: 'A wait ends within a minute. A warning.' },
  timeout_not_handled: {
    type: 'connectivity',
    meaning: 'No child takes over when a wait times out. A warning.',
  },
  input_schema_invalid: { type: 'nodes', meaning: 'An input schema is not well-formed.' },
  variable_invalid: { type: 'nodes', meaning: 'A variable in `variableDefs` is not well-formed.' },
  unknown_block: { type: 'nodes', meaning: 'A node names a block that there is not.' },
  block_input_missing: { type: 'nodes', meaning: 'A block is not given an input that it needs.' },
  block_input_unknown: { type: 'nodes', meaning: 'A block has no such input.' },
  block_id_taken: {
    type: 'nodes',
    meaning: 'A block makes a node of an id that is there already.',
  },
  block_cycle: { type: 'nodes', meaning: 'A block holds itself.' },
  block_too_deep: { type: 'nodes', meaning: 'Blocks are nested too deep.' },
  block_entry: { type: 'connectivity', meaning: 'A block begins at more than one node.' },
  block_schema_invalid: {
    type: 'nodes',
    meaning: 'An input or output of a block is not well-formed.',
  },
  secret_not_sealed: {
    type: 'nodes',
    meaning: 'Text beside an expression is not sealed. A warning.',
  },
  secret_missing: { type: 'nodes', meaning: '`***` stands where no secret is kept.' },
  text_required: {
    type: 'nodes',
    meaning: 'An object stands where text (JSON as a string) is taken.',
  },

  // How nodes hang together.
  unknown_child: { type: 'connectivity', meaning: 'A list names a node that does not exist.' },
  duplicate_child: { type: 'connectivity', meaning: 'A list names a node twice.' },
  cycle: { type: 'connectivity', meaning: 'Nodes lead back to themselves.' },
  unreachable: { type: 'connectivity', meaning: 'No path leads from a trigger to a node.' },
  node_in_two_scopes: { type: 'connectivity', meaning: 'An edge crosses the border of a loop.' },
  branch_missing: { type: 'connectivity', meaning: 'A node below `if` or `wait` has no `branch`.' },
  branch_unknown: { type: 'connectivity', meaning: 'A `branch` that no parent can have.' },

  // Texts with a form of their own.
  condition_invalid: { type: 'pattern', meaning: 'A condition is not well-formed.' },
  regex_too_long: { type: 'pattern', meaning: 'A regular expression is too long.' },
  regex_invalid: { type: 'pattern', meaning: 'A regular expression does not compile.' },
  template_invalid: { type: 'pattern', meaning: 'The template of a `format` can not be read.' },
  transform_missing: { type: 'pattern', meaning: 'Code does not define `transform`.' },
  url_invalid: { type: 'pattern', meaning: 'An address is not of the kind that is needed.' },
  token_amount_invalid: {
    type: 'pattern',
    meaning: 'A token amount is not written as it must be.',
  },
  schedule_without_start: { type: 'pattern', meaning: 'A recurrence rule has no DTSTART line.' },

  // Expressions.
  expression_invalid: { type: 'variable', meaning: 'An expression can not be read.' },
  placeholder_left: { type: 'variable', meaning: 'An `ask` placeholder was not replaced.' },
  unknown_node: { type: 'variable', meaning: 'An expression reads a node that does not exist.' },
  not_an_ancestor: {
    type: 'variable',
    meaning: 'An expression reads a node that does not run before.',
  },
  error_not_visible: {
    type: 'variable',
    meaning: 'An error is read outside of its `error` branch.',
  },
  outside_loop: { type: 'variable', meaning: 'A loop variable is read outside of such a loop.' },
  pure_variable_type_mismatch: {
    type: 'variable',
    meaning: 'An expression that is the whole value gives another type than is taken.',
  },
  unknown_variable: {
    type: 'variable',
    meaning: 'An expression or a `set-variable` names a variable that the workflow does not have.',
  },
  unknown_result_field: { type: 'variable', meaning: 'A node has no such field in its result.' },
} as const satisfies Record<string, CodeInfo>;

export type IssueCode = keyof typeof ISSUE_CODES;
