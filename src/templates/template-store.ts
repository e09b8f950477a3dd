import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Caller } from '../auth/caller';
import { ApiError } from '../common/errors';
import { type Organization, Template, TemplateVersion } from '../database/entities';

/** A template with the version that the viewer sees. */
export interface ShownTemplate extends Template {
  shown: TemplateVersion;
  organization: Organization;
}

/** Who looks: an organization, or nobody that is known. */
export interface Viewer {
  organizationId?: string;
  /** Sees what waits for a review, too. */
  reviews?: boolean;
}

/** Rows of templates and their versions. A version that is written never changes. */
@Injectable()
export class TemplateStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Templates as `t`, what the viewer sees of them as `v`: the newest version of its own, else the public one. */
  visibleTo({ organizationId = '', reviews = false }: Viewer): SelectQueryBuilder<Template> {
    const others = reviews
      ? `CASE WHEN t.visibility = 'public' THEN t.currentVersion END`
      : 't.publicVersion';
    const shown = `CASE WHEN t.organizationId = :organizationId THEN t.currentVersion ELSE ${others} END`;
    return this.dataSource.manager
      .createQueryBuilder(Template, 't')
      .innerJoinAndMapOne(
        't.shown',
        TemplateVersion,
        'v',
        `v.organizationId = t.organizationId AND v.templateId = t.id AND v.number = ${shown}`,
        { organizationId },
      )
      .innerJoinAndSelect('t.organization', 'o', 'o.deletedAt IS NULL')
      .where(`(t.organizationId = :organizationId OR ${others} IS NOT NULL)`);
  }

  /** Throws 404060 for one that the viewer can't see. */
  async find(viewer: Viewer, id: string): Promise<ShownTemplate> {
    const found = await this.visibleTo(viewer).andWhere('t.id = :id', { id }).getOne();
    if (found === null) throw new ApiError('templateNotFound');
    return found as ShownTemplate;
  }

  /** One of the organization's own. */
  async findOwn({ organizationId }: Viewer, id: string): Promise<ShownTemplate> {
    const found = await this.find({ organizationId: organizationId ?? '' }, id);
    if (found.organizationId !== organizationId) throw new ApiError('templateNotFound');
    return found;
  }

  async version(
    { organizationId, id }: Pick<Template, 'organizationId' | 'id'>,
    number: number,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<TemplateVersion> {
    const where = { organizationId, templateId: id, number };
    const version = await manager.findOneBy(TemplateVersion, where);
    if (version === null) throw new ApiError('templateVersionNotFound');
    return version;
  }

  /** Changes a template while nobody else does. What `change` leaves on the entity is saved. */
  async change(
    { organizationId, id }: Pick<Template, 'organizationId' | 'id'>,
    { principal }: Caller,
    change: (template: Template, manager: EntityManager) => void | Promise<void>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const template = await manager.findOne(Template, {
        where: { organizationId, id },
        lock: { mode: 'pessimistic_write' },
      });
      if (template === null) throw new ApiError('templateNotFound');
      if (template.archivedAt !== null) throw new ApiError('templateArchived');
      const before = JSON.stringify(template);
      await change(template, manager);
      if (JSON.stringify(template) === before) return;
      template.updatedBy = principal.id;
      await manager.save(template);
    });
  }
}
