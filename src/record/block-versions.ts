import { blockReferences, type BlockReference } from '../../definition/blocks/block-node';
import {
  blockList,
  type Block,
  type BlockDefinition,
  type Blocks,
} from '../../definition/blocks/types';
import type { WorkflowNode } from '../../definition/types';

/** Asks on whatever connection there is. */
export type Ask = <T extends object>(sql: string, parameters: unknown[]) => Promise<T[]>;

interface Row extends Omit<Block, 'definition'> {
  definition: BlockDefinition;
  /** Whether a node takes it that names no version. */
  newest: boolean;
}

/** Versions that are named, and the newest of the same blocks. */
const FIND = `
  SELECT b.id, v.number AS version, v.name, v.definition,
    v.number = b.current_version AND b.archived_at IS NULL AS newest
  FROM unnest($2::text[], $3::int[]) AS wanted (id, number)
  JOIN blocks b ON b.organization_id = $1 AND b.id = wanted.id
  JOIN block_versions v ON v.organization_id = $1 AND v.block_id = b.id
    AND v.number IN (wanted.number, b.current_version)`;

/** Blocks of one definition, those in other blocks included. More are as if there were none. */
const MAX_BLOCKS = 100;

/** PostgreSQL's largest integer; no version has a higher number. */
const MAX_NUMBER = 2_147_483_647;

/** The blocks that nodes name, and those that these name in turn. */
export async function loadBlocks(
  ask: Ask,
  organizationId: string,
  nodes: Readonly<Record<string, WorkflowNode>>,
): Promise<Blocks> {
  const found = new Map<string, Row>();
  const asked = new Set<string>();
  for (let wanted = blockReferences(nodes); wanted.length > 0;) {
    const fresh = wanted
      .filter((reference) => !asked.has(keyOf(reference)))
      .slice(0, MAX_BLOCKS - asked.size);
    for (const reference of fresh) asked.add(keyOf(reference));
    const rows =
      fresh.length > 0 ? await ask<Row>(FIND, [organizationId, ...columnsOf(fresh)]) : [];
    for (const row of rows) found.set(`${row.id} ${row.version}`, row);
    wanted = rows
      .filter(({ id, version }) =>
        fresh.some((one) => one.blockId === id && (one.version ?? version) === version),
      )
      .flatMap(({ definition }) => blockReferences(definition.nodes));
  }
  const versions = [...found.values()];
  return blockList(
    versions,
    versions.filter(({ newest }) => newest),
  );
}

function keyOf({ blockId, version }: BlockReference): string {
  return `${blockId} ${version ?? ''}`;
}

function columnsOf(
  references: readonly BlockReference[],
): [ids: string[], numbers: (number | null)[]] {
  const isNumber = (version: number | undefined): version is number =>
    Number.isInteger(version) && Math.abs(version ?? 0) <= MAX_NUMBER;
  return [
    // No id has this character, which PostgreSQL does not take.
    references.map(({ blockId }) => blockId.replaceAll('\0', ' ')),
    references.map(({ version }) => (isNumber(version) ? version : null)),
  ];
}
