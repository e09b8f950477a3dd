import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERMISSIONS } from '../../src/auth/permissions';

/** The strings of B3OS, as its reference lists them. */
const OF_B3OS = [
  ...['org:read', 'org:update', 'org:delete'],
  ...['member:invite', 'member:remove', 'member:update_role'],
  ...['workflow:create', 'workflow:read', 'workflow:update', 'workflow:delete'],
  ...['workflow:execute', 'workflow:publish'],
  ...['connector:create', 'connector:read', 'connector:update', 'connector:delete'],
  ...['action:read', 'run:read', 'run:stream', 'run:cancel'],
  ...['execution:read', 'execution:stream', 'execution:webhook'],
  ...['restriction:read', 'restriction:update', 'ai:chat', 'wallet:withdraw'],
  ...['action_proxy:execute', 'apikey:create', 'apikey:read', 'apikey:revoke'],
  ...['service_account:read', 'service_account:write', 'stats:read'],
  ...['database:read', 'database:update'],
];

describe('permissions', () => {
  it('have all of those of B3OS', () => {
    expect(OF_B3OS).toHaveLength(36);
    expect(PERMISSIONS).toEqual(expect.arrayContaining(OF_B3OS));
  });

  it('are those of the table in docs/authentication.md', () => {
    const page = readFileSync(join(__dirname, '../../docs/authentication.md'), 'utf8');
    const [, section = ''] = /### Permissions\n([\s\S]*?)\n##/.exec(page) ?? [];
    const rows = section.split('\n').filter((line) => line.startsWith('|'));
    const documented = [...rows.join('\n').matchAll(/`([a-z_]+:[a-z_]+)`/g)].map(([, one]) => one);
    expect(documented.sort()).toEqual([...PERMISSIONS].sort());
  });
});
