import { isHiddenFrom } from '../workflows/workflow-access';
import type { ResourceType } from './search.dto';

/** Types of resources that are found in the database. */
export type StoredType = Extract<ResourceType, 'workflow' | 'template'>;

/** So many of a type are ranked: that many with the words in their names, and as many with the words anywhere. */
export const MAX_RANKED = 1_000;

interface Stored {
  /** Rows of `hits`: what the caller may see, as far as it matches `query`. */
  hits: string;
  /** Those of `hits` that match by their names alone, which have an index of their own. */
  named: string;
  /** What is shown of one page of them. */
  shown: string;
  /** The words of the resource `$3`, as `search`. */
  source: string;
}

const workflowHits = (words: string): string => `
  SELECT w.organization_id, w.id, ts_rank(w.search, query) AS score
  FROM workflows w, q
  WHERE w.organization_id = $1 AND w.status <> 'archived' AND ${words} @@ query
    AND NOT ${isHiddenFrom('$2')}`;

/** `$1` is the organization of the caller, `$2` who looks; null sees all. */
const WORKFLOWS: Stored = {
  hits: workflowHits('w.search'),
  named: workflowHits("ts_filter(w.search, '{a}')"),
  shown: `
    SELECT p.id, 'workflow' AS type, w.name, w.description, w.status, w.type AS "workflowType",
      p.score
    FROM page p
    JOIN workflows w ON w.organization_id = p.organization_id AND w.id = p.id`,
  source: `
    SELECT w.search FROM workflows w
    WHERE w.organization_id = $1 AND w.id = $3
      AND NOT ${isHiddenFrom('$2')}`,
};

/** The version that the caller sees: the newest of its own, else the public one. */
const SEEN = `
  FROM templates t
  JOIN template_versions v ON v.organization_id = t.organization_id AND v.template_id = t.id
    AND v.number = CASE WHEN t.organization_id = $1 THEN t.current_version ELSE t.public_version END
  JOIN organizations o ON o.id = t.organization_id AND o.deleted_at IS NULL`;

const templateHits = (words: string): string => `
  SELECT t.organization_id, t.id, v.number, ts_rank(v.search, query) AS score
  ${SEEN} CROSS JOIN q
  WHERE t.archived_at IS NULL AND ${words} @@ query AND coalesce($2::text, '') IS NOT NULL`;

const TEMPLATES: Stored = {
  hits: templateHits('v.search'),
  named: templateHits("ts_filter(v.search, '{a}')"),
  shown: `
    SELECT p.id, 'template' AS type, v.name, v.description, v.category, v.tags, p.score
    FROM page p
    JOIN template_versions v ON v.organization_id = p.organization_id
      AND v.template_id = p.id AND v.number = p.number`,
  source: `
    SELECT v.search ${SEEN}
    WHERE t.id = $3 AND t.archived_at IS NULL AND coalesce($2::text, '') IS NOT NULL`,
};

const STORED: Readonly<Record<StoredType, Stored>> = { workflow: WORKFLOWS, template: TEMPLATES };

/** `$3` is a query for `to_tsquery`, `$4` and `$5` are limit and offset. One row: `items` and `total`. */
export function searchStatement(type: StoredType): string {
  const { hits, named, shown } = STORED[type];
  return `
    WITH q AS MATERIALIZED (SELECT to_tsquery('simple', $3) AS query),
      hits AS MATERIALIZED (
        (${named} LIMIT ${MAX_RANKED}) UNION (${hits} LIMIT ${MAX_RANKED})),
      page AS (SELECT * FROM hits ORDER BY score DESC, id DESC LIMIT $4 OFFSET $5)
    SELECT (SELECT count(*) FROM hits)::int AS total,
      coalesce((SELECT json_agg(s ORDER BY s.score DESC, s.id DESC) FROM (${shown}) s), '[]')
        AS items`;
}

/**
 * `$3` is the id of the resource, `$4` how many. Those that share words with it, apart from the type of a trigger and
 * from words that English has everywhere. No row for a resource that the caller can't see.
 */
export function similarStatement(type: StoredType): string {
  const { hits, shown, source } = STORED[type];
  return `
    WITH source AS MATERIALIZED (${source}),
      words AS (
        SELECT quote_literal(lexeme) AS word
        FROM source, unnest(source.search) AS u (lexeme, positions, weights)
        WHERE weights && '{A,B,C}' AND ts_lexize('english_stem', lexeme) <> '{}' AND length(lexeme) > 1
        ORDER BY weights[1], lexeme LIMIT 32
      ),
      q AS MATERIALIZED (SELECT string_agg(word, ' | ')::tsquery AS query FROM words),
      hits AS MATERIALIZED (SELECT * FROM (${hits}) h WHERE h.id <> $3),
      page AS (SELECT * FROM hits ORDER BY score DESC, id DESC LIMIT $4)
    SELECT (SELECT count(*) FROM hits)::int AS total,
      coalesce((SELECT json_agg(s ORDER BY s.score DESC, s.id DESC) FROM (${shown}) s), '[]')
        AS items
    FROM source`;
}
