import { MAX_VARIABLES } from '../limits';
import { variableProblems } from '../variables';
import type { Rule } from './facts';
import { quote } from './text';

/** The variables that a definition declares can be made as they stand. */
export const variableDefs: Rule = ({ definition }, report) => {
  const declared = definition.variableDefs ?? [];
  const seen = new Set<string>();
  for (const [index, json] of declared.entries()) {
    for (const { field, message } of variableProblems(json)) {
      report('variable_invalid', undefined, `variableDefs.${index}.${field}`, message);
    }
    if (typeof json.name !== 'string') continue;
    if (seen.has(json.name)) {
      const message = `${quote(json.name)} is declared twice.`;
      report('variable_invalid', undefined, `variableDefs.${index}.name`, message);
    }
    seen.add(json.name);
  }
  if (declared.length > MAX_VARIABLES) {
    const message = `A workflow has at most ${MAX_VARIABLES} variables.`;
    report('variable_invalid', undefined, 'variableDefs', message);
  }
};
