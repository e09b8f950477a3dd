/** Payload keys whose braces are left alone, by node type: code, schemas, names, and the `{{@field}}` of `format`. */
export const LITERAL_FIELDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['manual', ['inputSchema']],
  ['set-variable', ['name']],
  ['block', ['blockId', 'version']],
  ['block-inputs', ['inputSchema']],
  ['format', ['template']],
  ['db-query', ['sql']],
  ['code-transform', ['code', 'inputType', 'outputType']],
]);
