import { list, NOTHING, upTo } from './list-request';

const AUDIT = '/v1/orgs/{org}/audit-log?limit=50';

const COSTS = upTo(
  30_000,
  'A row for each workflow that ran in a period: up to four of each length.',
);

export const RECORD_REQUESTS = [
  list('listAuditLog', 'audit log', AUDIT),
  list('listAuditLog', 'audit log of an actor', `${AUDIT}&actorId=user_seed3`),
  list('listAuditLog', 'audit log of an operation', `${AUDIT}&operation=publishWorkflow`),
  list('listAuditLog', 'audit log of a kind of thing', `${AUDIT}&resourceType=template`),
  list('listAuditLog', 'audit log of a thing', `${AUDIT}&resourceId=wf_seed5`),
  list('listAuditLog', 'refusals', `${AUDIT}&outcome=refused`),
  list('listAuditLog', 'changes under way', `${AUDIT}&outcome=pending`, NOTHING),
  list('listApiRequestAudits', 'requests of keys', '/v1/api-keys/requests?limit=50'),
  list('listApiRequestAudits', 'requests of a key', '/v1/api-keys/requests?apiKeyId=key_seed5'),
  list('listApiKeys', 'keys', '/v1/api-keys?limit=50'),
  list('listServiceAccounts', 'service accounts', '/v1/service-accounts?limit=50'),
  list('listOrgMembers', 'members', '/v1/orgs/{org}/members?limit=50'),
  list('listOrgInvites', 'invites', '/v1/orgs/{org}/invites?limit=50'),
  list(
    ...(['listOrgRestrictions', 'restrictions', '/v1/orgs/{org}/restrictions?limit=50'] as const),
    upTo(2_100, 'Few, and put in order by the time they were made.'),
  ),
  list('getCuBalance', 'balance', '/v1/organizations/{org}/cu'),
  list(
    ...([
      'getCuUsage',
      'costs by day',
      '/v1/organizations/{org}/cu/usage?yearMonth={month}',
    ] as const),
    upTo(3_500, 'A row for each day of the month and kind of node.'),
  ),
  list(
    ...(['getCuUsageByWorkflow', 'costs by workflow'] as const),
    '/v1/organizations/{org}/cu/usage-by-workflow?{days}',
    COSTS,
  ),
  list(
    ...(['getCuUsageByWorkflow', 'costs of 300 days by workflow'] as const),
    '/v1/organizations/{org}/cu/usage-by-workflow?{tenMonths}',
    COSTS,
  ),
];
