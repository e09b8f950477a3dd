import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Role } from '../database/entities/organization-member.entity';
import type { Caller, Person } from './caller';
import { without } from './permissions';
import { permissionsOfRole, withheldFrom } from './roles';

const FIND_ROLE = `
  SELECT m.role, EXISTS (
    SELECT FROM organization_restrictions r
    WHERE r.organization_id = m.organization_id AND r.type = 'developer_publish'
  ) AS restricted
  FROM organization_members m
  JOIN organizations o ON o.id = m.organization_id AND o.deleted_at IS NULL
  WHERE m.organization_id = $1 AND m.user_id = $2`;

@Injectable()
export class Memberships {
  constructor(private readonly dataSource: DataSource) {}

  /** The person in an organization; undefined when it is no member, or there is no such organization. */
  async enter({ userId, credential }: Person, organizationId: string): Promise<Caller | undefined> {
    const parameters = [organizationId, userId];
    const [row] = await this.dataSource.query<{ role: Role; restricted: boolean }[]>(
      FIND_ROLE,
      parameters,
    );
    if (row === undefined) return undefined;
    const { role, restricted } = row;
    const principal = { type: 'user', id: userId } as const;
    const withheld = withheldFrom(role, restricted);
    const permissions = without(permissionsOfRole(role), withheld);
    return { organizationId, principal, permissions, withheld, credential, role };
  }
}
