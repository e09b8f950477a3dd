import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { JsonObject } from '../../definition/json';
import { type Caller, requirePermission } from '../auth/caller';
import { Administrators } from '../auth/administrators';
import { ApiError } from '../common/errors';
import { Template, TemplateVersion } from '../database/entities';
import { isUniqueViolation } from '../database/unique-violation';
import { idFor, isMadeBefore } from '../idempotency/repeated-ids';
import { slugOf } from '../organizations/slug';
import { DefinitionSecrets } from '../secrets/definition-secrets';
import { DefinitionsService } from '../workflows/definitions.service';
import { WorkflowStore } from '../workflows/workflow-store';
import { hide, settleVisibility } from './moderation';
import { placeholderProblems } from './placeholders';
import { readTemplateProps } from './read-template-props';
import { readTags } from './tag-slug';
import { contentOf, isSameContent, settingsOf, type TemplateContent } from './template-content';
import type { TemplateProp } from './template-prop';
import { TemplateStore } from './template-store';
import type { CreateTemplateDto, UpdateTemplateDto } from './template.dto';
import { TemplateView } from './template.response';

@Injectable()
export class TemplatesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: TemplateStore,
    private readonly admins: Administrators,
    private readonly definitions: DefinitionsService,
    private readonly secrets: DefinitionSecrets,
    private readonly workflows: WorkflowStore,
  ) {}

  /** Without a caller only what is public. */
  async get(caller: Caller | undefined, id: string): Promise<TemplateView> {
    const reviews = caller !== undefined && this.admins.has(caller);
    try {
      const found = await this.store.find({ ...caller, reviews }, id);
      return new TemplateView(found, found.shown, found.organizationId === caller?.organizationId);
    } catch (error) {
      // Whether there is one that a credential would show is not told.
      throw caller === undefined && error instanceof ApiError
        ? new ApiError('unauthenticated')
        : error;
    }
  }

  async create(caller: Caller, dto: CreateTemplateDto): Promise<TemplateView> {
    const { organizationId, principal } = caller;
    const id = idFor(caller, 'tmpl');
    const isThere = (): Promise<boolean> =>
      this.dataSource.manager.existsBy(Template, { organizationId, id });
    if (await isMadeBefore(caller, isThere)) return this.get(caller, id);
    if (dto.visibility === 'public') requirePermission(caller, 'workflow:publish');
    const content: TemplateContent = {
      ...this.readDefinition(dto.definition, readTemplateProps(dto.templateProps)),
      ...{ name: dto.name, description: dto.description, ...readTags(dto.tags) },
      ...settingsOf(dto, {}),
      category: dto.category ?? null,
    };
    const sourceWorkflowId = dto.sourceWorkflowId ?? null;
    if (sourceWorkflowId !== null) await this.workflows.find(caller, sourceWorkflowId);
    const template = Object.assign(new Template(), {
      ...{ organizationId, id, slug: slugOf(dto.name), sourceWorkflowId },
      ...{ visibility: dto.visibility, currentVersion: 1, publicVersion: null },
      ...{ createdBy: principal.id, updatedBy: principal.id, promotedAt: null },
    });
    settleVisibility(template, this.reviewer(caller));
    await this.dataSource.transaction(async (manager) => {
      await manager.insert(Template, template);
      await insertVersion(manager, template, content, principal.id);
    });
    return this.get(caller, id);
  }

  /** Other content becomes a new version; the same content changes nothing. */
  async update(caller: Caller, id: string, dto: UpdateTemplateDto): Promise<TemplateView> {
    const template = await this.store.findOwn(caller, id);
    const by = this.reviewer(caller);
    await refuseTakenSlug(
      this.store.change(template, caller, async (locked, manager) => {
        const before = await this.store.version(locked, locked.currentVersion, manager);
        const wasPublic = locked.visibility === 'public';
        locked.slug = dto.slug ?? locked.slug;
        locked.visibility = dto.visibility ?? locked.visibility;
        const content = this.changed(before, dto);
        const isChanged = !isSameContent(before, content);
        if (isChanged) await addVersion(manager, locked, content, by.id);
        if (locked.visibility === 'public' && (isChanged || !wasPublic)) {
          requirePermission(caller, 'workflow:publish');
        }
        settleVisibility(locked, by);
      }),
    );
    return this.get(caller, id);
  }

  /** What an older version held becomes the newest one. */
  async rollback(caller: Caller, id: string, targetVersion: number): Promise<TemplateView> {
    const template = await this.store.findOwn(caller, id);
    const by = this.reviewer(caller);
    await this.store.change(template, caller, async (locked, manager) => {
      const target = await this.store.version(locked, targetVersion, manager);
      const current = await this.store.version(locked, locked.currentVersion, manager);
      if (isSameContent(target, current)) return;
      if (locked.visibility === 'public') requirePermission(caller, 'workflow:publish');
      await addVersion(manager, locked, target, by.id);
      settleVisibility(locked, by);
    });
    return this.get(caller, id);
  }

  /** Archives it, which leaves the workflows that were made from it alone. */
  async delete(caller: Caller, id: string): Promise<void> {
    const isReviewer = this.admins.has(caller);
    const template = await this.store.find({ ...caller, reviews: isReviewer }, id);
    const isOwn = template.organizationId === caller.organizationId;
    if (!isOwn && !isReviewer) throw new ApiError('adminRequired');
    if (template.archivedAt !== null) return;
    await this.store.change(template, caller, (locked) => {
      hide(locked);
      locked.archivedAt = new Date();
    });
  }

  /** Where there are no administrators, everybody reviews what is their own. */
  private reviewer(caller: Caller): { id: string; isReviewer: boolean } {
    const isReviewer = !this.admins.exist || this.admins.has(caller);
    return { id: caller.principal.id, isReviewer };
  }

  private changed(before: TemplateVersion, dto: UpdateTemplateDto): TemplateContent {
    const props =
      dto.templateProps === undefined
        ? (before.templateProps as unknown as TemplateProp[])
        : readTemplateProps(dto.templateProps);
    return {
      ...contentOf(before),
      ...this.readDefinition(dto.definition ?? before.definition, props),
      name: dto.name ?? before.name,
      description: dto.description ?? before.description,
      ...readTags(dto.tags ?? before.tags),
      ...settingsOf(dto, before),
    };
  }

  /** Throws 400228 for what could not be saved as a draft and 400150 for what is no placeholder. */
  private readDefinition(
    json: unknown,
    props: TemplateProp[],
  ): Pick<TemplateContent, 'definition' | 'templateProps'> {
    const definition = this.definitions.read(json) as unknown as JsonObject;
    const problems = placeholderProblems(definition, props, this.secrets.places(definition));
    if (problems.length > 0) throw new ApiError('notPlaceholders', undefined, problems);
    return { definition, templateProps: props as unknown as JsonObject[] };
  }
}

function addVersion(
  manager: EntityManager,
  template: Template,
  content: TemplateContent,
  createdBy: string,
): Promise<void> {
  template.currentVersion += 1;
  return insertVersion(manager, template, content, createdBy);
}

/** SQL, since TypeORM would take a list for an array of PostgreSQL's where a column holds JSON. */
async function insertVersion(
  manager: EntityManager,
  { organizationId, id, currentVersion }: Template,
  content: TemplateContent,
  createdBy: string,
): Promise<void> {
  const json = (value: object | null): string | null => value && JSON.stringify(value);
  await manager.query(
    `INSERT INTO template_versions (organization_id, template_id, number, created_by,
       name, description, definition, template_props, tags, tag_slugs,
       category, table_schemas, max_runs, cooldown_ms, ui_metadata)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[organizationId, id, currentVersion, createdBy],
      ...[content.name, content.description],
      ...[json(content.definition), json(content.templateProps)],
      ...[content.tags, content.tagSlugs, content.category, json(content.tableSchemas)],
      ...[content.maxRuns, content.cooldownMs, json(content.uiMetadata)],
    ],
  );
}

async function refuseTakenSlug(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (isUniqueViolation(error, 'templates_slug_key')) throw new ApiError('slugTaken');
    throw error;
  }
}
