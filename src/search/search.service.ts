import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { NodeSpec } from '../../definition/catalog';
import { CATALOG, type Catalog } from '../actions/catalog';
import type { Caller } from '../auth/caller';
import { ApiError, type ErrorName } from '../common/errors';
import { type CatalogHit, searchCatalog, similarInCatalog } from './catalog-search';
import { viewerOf } from '../workflows/workflow-access';
import { prefixQuery } from './search-words';
import { RESOURCE_TYPES, type ResourceType, type SearchQuery } from './search.dto';
import { SearchHit, SearchResponse } from './search.response';
import { searchStatement, similarStatement, type StoredType } from './stored-search';

interface Found {
  results: SearchHit[];
  totalHits: number;
}

const NOTHING: Found = { results: [], totalHits: 0 };

const UNKNOWN: Readonly<Record<ResourceType, ErrorName>> = {
  template: 'templateNotFound',
  action: 'actionNotFound',
  trigger: 'triggerNotFound',
  connector_def: 'connectorTypeNotFound',
  workflow: 'workflowNotFound',
};

/** Finds what the caller may see, by words. */
@Injectable()
export class SearchService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CATALOG) private readonly catalog: Catalog,
  ) {}

  /** Limit and offset are of each type. */
  async search(caller: Caller, query: SearchQuery): Promise<SearchResponse> {
    const since = performance.now();
    const types = [...new Set(query.types ?? RESOURCE_TYPES)];
    const found = await Promise.all(types.map((type) => this.searchOne(caller, type, query)));
    const results = found.flatMap((one) => one.results).sort((a, b) => b.score - a.score);
    const totalHits = found.reduce((total, one) => total + one.totalHits, 0);
    return new SearchResponse({ results, totalHits }, since, query.q);
  }

  /** Of the same type. Throws 404 for what the caller can't see. */
  async similar(
    caller: Caller,
    type: ResourceType,
    id: string,
    limit: number,
  ): Promise<SearchResponse> {
    const since = performance.now();
    const found =
      type === 'workflow' || type === 'template'
        ? await this.read(similarStatement(type), [caller, id, limit])
        : this.similarSpecs(type, id, limit);
    if (found === undefined) throw new ApiError(UNKNOWN[type]);
    return new SearchResponse(found, since);
  }

  private async searchOne(caller: Caller, type: ResourceType, query: SearchQuery): Promise<Found> {
    const { q, limit, offset } = query;
    if (isStored(type)) {
      const words = prefixQuery(q);
      if (words === undefined) return NOTHING;
      const found = await this.read(searchStatement(type), [caller, words, limit, offset]);
      return found ?? NOTHING;
    }
    const hits = searchCatalog(this.specs(type), q);
    return { results: page(hits, type, limit, offset), totalHits: hits.length };
  }

  private similarSpecs(type: ResourceType, id: string, limit: number): Found | undefined {
    const specs = this.specs(type);
    const spec = specs.find((one) => one.type === id);
    if (spec === undefined) return undefined;
    const hits = similarInCatalog(specs, spec);
    return { results: page(hits, type, limit, 0), totalHits: hits.length };
  }

  /** Connector types are none of the catalog yet. */
  private specs(type: ResourceType): NodeSpec[] {
    if (type === 'connector_def') return [];
    const wantsTriggers = type === 'trigger';
    return [...this.catalog.values()].filter(
      ({ execution }) => (execution === 'trigger') === wantsTriggers,
    );
  }

  private async read(
    statement: string,
    [caller, ...others]: [Caller, ...(string | number)[]],
  ): Promise<Found | undefined> {
    const parameters = [caller.organizationId, viewerOf(caller), ...others];
    const [row] = await this.dataSource.query<{ items: SearchHit[]; total: number }[]>(
      statement,
      parameters,
    );
    return row && { results: row.items.map(withoutNulls), totalHits: row.total };
  }
}

function isStored(type: ResourceType): type is StoredType {
  return type === 'workflow' || type === 'template';
}

function page(
  hits: readonly CatalogHit[],
  type: ResourceType,
  limit: number,
  offset: number,
): SearchHit[] {
  return hits.slice(offset, offset + limit).map(({ spec, score }) =>
    Object.assign(new SearchHit(), {
      ...{ id: spec.type, type, name: spec.title, description: spec.description },
      ...{ category: spec.category, tags: spec.tags, score },
    }),
  );
}

function withoutNulls(hit: SearchHit): SearchHit {
  const known = Object.entries(hit).filter(([, value]) => value !== null);
  return Object.assign(new SearchHit(), Object.fromEntries(known) as Partial<SearchHit>);
}
