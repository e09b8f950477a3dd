import { MASK } from '../../activities/masking';
import { type Issue, IssueList } from '../../definition/issues';
import type { JsonObject } from '../../definition/json';
import type { WorkflowDefinition } from '../../definition/types';
import type { Catalog } from '../actions/catalog';
import { replaceSecrets } from '../secrets/secret-places';

/**
 * Places of secrets that say `***`. In a definition that is stored none is left where a secret was kept before:
 * the three asterisks themselves would be sent.
 */
export function lostSecrets(definition: WorkflowDefinition, catalog: Catalog): Issue[] {
  const issues = new IssueList();
  const secretKeysOf = (type: string): readonly string[] => catalog.get(type)?.secretKeys ?? [];
  replaceSecrets(definition as unknown as JsonObject, secretKeysOf, (value, place) => {
    if (value !== MASK) return undefined;
    const [nodeId, ...path] = JSON.parse(place) as [string, ...(string | number)[]];
    issues.add('secret_missing', {
      nodeId,
      field: ['payload', ...path].join('.'),
      message: 'No secret is kept here that `***` could stand for. Send the secret itself.',
    });
    return undefined;
  });
  return issues.all();
}
