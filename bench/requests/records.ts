import { list, NOTHING, upTo } from './list-request';

const SORTED = upTo(2_100, 'Few, and put in order by the time they were made.');
const AUDIT = '/v1/orgs/{org}/audit-log?limit=50';

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
  list('listApiKeys', 'keys', '/v1/api-keys?limit=50', SORTED),
  list('listServiceAccounts', 'service accounts', '/v1/service-accounts?limit=50', SORTED),
  list('listOrgMembers', 'members', '/v1/orgs/{org}/members?limit=50', SORTED),
  list('listOrgInvites', 'invites', '/v1/orgs/{org}/invites?limit=50', SORTED),
  list('listOrgRestrictions', 'restrictions', '/v1/orgs/{org}/restrictions?limit=50', SORTED),
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
    upTo(41_000, 'Runs of the period are summed up.'),
  ),
];
