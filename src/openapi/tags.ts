import type { OpenAPIObject } from '@nestjs/swagger';

/** Of operations to come, beside the tag of their area: tools leave them out by it. */
export const PENDING_TAG = 'Pending';

/** Tags of the document, in its order, with the areas of B3OS that they hold. */
const TAGS: readonly { name: string; description: string; areas?: readonly string[] }[] = [
  {
    name: 'Workflows',
    description: 'Definitions, their drafts, versions and releases.',
    areas: ['workflows'],
  },
  { name: 'Runs', description: 'Starting, following and ending runs.', areas: ['runs'] },
  {
    name: 'Variables',
    description: 'What the runs of a workflow share.',
    areas: ['variables'],
  },
  {
    name: 'Templates',
    description: 'Workflows to be filled in, and their review.',
    areas: ['templates'],
  },
  { name: 'Blocks', description: 'Parts of workflows that several use.' },
  {
    name: 'Actions',
    description: 'What nodes can do.',
    areas: ['actions', 'logic-actions'],
  },
  { name: 'Triggers', description: 'What starts workflows.', areas: ['triggers'] },
  {
    name: 'Connectors',
    description: 'Accounts with other services, and tools of theirs.',
    areas: ['connectors', 'connector-types', 'mcp'],
  },
  {
    name: 'Public',
    description: 'What everybody may see and start, without a credential.',
    areas: ['public'],
  },
  {
    name: 'Executions',
    description: 'What runs are started for, and hooks that tell of them.',
    areas: ['executions', 'execution-webhooks'],
  },
  {
    name: 'Webhooks',
    description: 'Requests that came in and went out.',
    areas: ['outbound-webhooks', 'webhook-events'],
  },
  { name: 'Search', description: 'By words, and by what is similar.', areas: ['search'] },
  { name: 'Tags', description: 'Tags of templates, and what they are used for.', areas: ['tags'] },
  { name: 'Metrics', description: 'Runs over time.', areas: ['metrics'] },
  { name: 'Statistics', description: 'Actions and triggers over time.', areas: ['statistics'] },
  { name: 'Compute units', description: 'What runs cost and may cost.', areas: ['cu'] },
  {
    name: 'Managed data',
    description: 'The SQL database of an organization.',
    areas: ['org-database'],
  },
  {
    name: 'Organizations',
    description: 'Members, invites, restrictions, knowledge and secrets.',
    areas: ['organizations', 'webhook-secrets'],
  },
  {
    name: 'Users',
    description: 'Signing in and up, and what belongs to a person.',
    areas: ['user', 'onboarding'],
  },
  { name: 'API keys', description: 'Keys, and what they have asked.', areas: ['api-keys'] },
  {
    name: 'Service accounts',
    description: 'Who acts for a machine, and what it may do.',
    areas: ['service-accounts'],
  },
  { name: 'Wallets', description: 'Wallets of an organization.', areas: ['wallets'] },
  { name: 'x402', description: 'Endpoints that are paid by request.', areas: ['x402'] },
  { name: 'Audit', description: 'What was changed and refused, and by whom.' },
  { name: 'Administration', description: 'For administrators of the installation.' },
  { name: 'Health', description: 'Whether the service runs.' },
  { name: PENDING_TAG, description: 'What B3OS has and Weft has not yet.' },
];

/** The tag of an operation to come. */
export function tagOfArea(area: string): string {
  const tag = TAGS.find(({ areas }) => areas?.includes(area));
  if (tag === undefined) throw new Error(`No tag has the area ${area}: give it one in tags.ts.`);
  return tag.name;
}

export function addTags(document: OpenAPIObject): void {
  document.tags = TAGS.map(({ name, description }) => ({ name, description }));
}
