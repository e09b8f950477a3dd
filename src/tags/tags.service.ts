import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CATALOG, type Catalog } from '../actions/catalog';
import type { Caller } from '../auth/caller';
import { type Page, pageOf } from '../common/pagination';
import { TagView } from '../templates/tag.response';
import { tagSlug } from '../templates/tag-slug';
import type { TagScope, TagsQuery } from './tags.dto';

/** The category of tags that templates have. */
const TEMPLATES = 'Template';

type Counts = Record<Exclude<TagScope, 'all' | 'connectors'>, number> & { templates: number };

interface Tag {
  name: string;
  slug: string;
  categories: Set<string>;
  counts: Counts;
}

/** Tags of templates that are looked through: those that most of them have. */
const MAX_TAGS = 10_000;

/** Tags of the templates that the organization sees, by slug. */
const OF_TEMPLATES = `
  SELECT tag.slug, min(tag.name) AS name, count(*)::int AS templates,
    count(*) FILTER (WHERE t.public_version IS NOT NULL)::int AS templates_public,
    count(*) FILTER (WHERE t.promoted_at IS NOT NULL)::int AS templates_promoted,
    count(*) FILTER (WHERE t.organization_id = $1)::int AS templates_org
  FROM templates t
  JOIN template_versions v ON v.organization_id = t.organization_id AND v.template_id = t.id
    AND v.number = CASE WHEN t.organization_id = $1 THEN t.current_version ELSE t.public_version END
  JOIN organizations o ON o.id = t.organization_id AND o.deleted_at IS NULL
  CROSS JOIN unnest(v.tag_slugs, v.tags) AS tag (slug, name)
  WHERE t.archived_at IS NULL
  GROUP BY tag.slug ORDER BY templates DESC, tag.slug LIMIT ${MAX_TAGS}`;

/** Labels exist by being used: on templates that the caller sees, on actions and on triggers. */
@Injectable()
export class TagsService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CATALOG) private readonly catalog: Catalog,
  ) {}

  async list(caller: Caller, query: TagsQuery): Promise<Page<TagView>> {
    const { scope = 'all', category, search = '', sortByCount = false } = query;
    const part = search.toLowerCase();
    const found = (await this.all(caller))
      .map((tag) => ({ tag, count: countOf(tag, scope), weight: countOf(tag, 'all') }))
      .filter(({ count }) => count > 0)
      .filter(({ tag }) => category === undefined || tag.categories.has(category))
      .filter(({ tag }) => tag.name.toLowerCase().includes(part))
      .sort((a, b) => {
        const by = sortByCount ? b.count - a.count : b.weight - a.weight;
        return by || (a.tag.slug < b.tag.slug ? -1 : 1);
      });
    const rows = found.slice(query.offset, query.offset + query.limit + 1);
    return pageOf(rows, query, ({ tag, count, weight }) => show(tag, count, weight));
  }

  async categories(caller: Caller): Promise<string[]> {
    const tags = await this.all(caller);
    return [...new Set(tags.flatMap(({ categories }) => [...categories]))].sort();
  }

  private async all({ organizationId }: Caller): Promise<Tag[]> {
    const bySlug = new Map<string, Tag>();
    for (const spec of this.catalog.values()) {
      for (const name of spec.tags) {
        const tag = entry(bySlug, name, tagSlug(name));
        tag.categories.add(spec.category);
        tag.counts[spec.execution === 'trigger' ? 'triggers' : 'actions'] += 1;
      }
    }
    type Row = { slug: string; name: string } & Omit<Counts, 'actions' | 'triggers'>;
    const rows = await this.dataSource.query<Row[]>(OF_TEMPLATES, [organizationId]);
    for (const { slug, name, ...counts } of rows) {
      const tag = entry(bySlug, name, slug);
      tag.categories.add(TEMPLATES);
      Object.assign(tag.counts, counts);
    }
    return [...bySlug.values()];
  }
}

function entry(bySlug: Map<string, Tag>, name: string, slug: string): Tag {
  const known = bySlug.get(slug);
  if (known !== undefined) return known;
  const templates = { templates: 0, templates_public: 0, templates_promoted: 0, templates_org: 0 };
  const counts = { ...templates, actions: 0, triggers: 0 };
  const tag = { name, slug, categories: new Set<string>(), counts };
  bySlug.set(slug, tag);
  return tag;
}

function countOf({ counts }: Tag, scope: TagScope): number {
  if (scope === 'connectors') return 0;
  return scope === 'all' ? counts.templates + counts.actions + counts.triggers : counts[scope];
}

function show({ name, slug, categories, counts }: Tag, count: number, weight: number): TagView {
  return Object.assign(new TagView(name, slug), {
    ...{ categories: [...categories].sort(), count, weight },
    publicTemplateCount: counts.templates_public,
    promotedTemplateCount: counts.templates_promoted,
  });
}
