/** Payload keys whose braces are left alone, by node type: code, schemas, and the `{{@field}}` of `format`. */
export const LITERAL_FIELDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['manual', ['inputSchema']],
  ['format', ['template']],
  ['code-transform', ['code', 'inputType', 'outputType']],
]);
