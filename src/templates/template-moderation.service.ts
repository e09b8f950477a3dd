import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { Administrators } from '../auth/administrators';
import { ApiError } from '../common/errors';
import type { Template } from '../database/entities';
import { approve, reject } from './moderation';
import { TemplateStore } from './template-store';
import { TemplateView } from './template.response';

/** What whoever runs the service decides about the public templates of all organizations. */
@Injectable()
export class TemplateModerationService {
  constructor(
    private readonly store: TemplateStore,
    private readonly admins: Administrators,
  ) {}

  approve(caller: Caller, id: string): Promise<TemplateView> {
    return this.review(caller, id, (template) => {
      if (template.publicVersion === template.currentVersion) return;
      approve(template, caller.principal.id);
    });
  }

  reject(caller: Caller, id: string, reason: string | null): Promise<TemplateView> {
    return this.review(caller, id, (template) => {
      reject(template, caller.principal.id, reason);
    });
  }

  /** What is promoted has been looked at, so it is approved with it. */
  promote(caller: Caller, id: string): Promise<TemplateView> {
    return this.review(caller, id, (template) => {
      if (template.publicVersion !== template.currentVersion) {
        approve(template, caller.principal.id);
      }
      if (template.promotedAt !== null) return;
      template.promotedAt = new Date();
      template.promotedBy = caller.principal.id;
    });
  }

  unpromote(caller: Caller, id: string): Promise<TemplateView> {
    return this.review(caller, id, (template) => {
      template.promotedAt = null;
      template.promotedBy = null;
    });
  }

  private async review(
    caller: Caller,
    id: string,
    decide: (template: Template) => void,
  ): Promise<TemplateView> {
    const reviews = this.admins.has(caller);
    const viewer = { ...caller, reviews };
    const found = await this.store.find(viewer, id);
    this.admins.require(caller);
    await this.store.change(found, caller, (template) => {
      if (template.visibility !== 'public') throw new ApiError('templateNotPublic');
      decide(template);
    });
    const after = await this.store.find(viewer, id);
    return new TemplateView(after, after.shown, true);
  }
}
