import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { ApiError } from '../common/errors';
import type { WidgetConfig } from '../database/entities/workflow.entity';
import { refuseArchived, runnableVersion } from '../workflows/workflow-state';
import { WorkflowStore } from '../workflows/workflow-store';
import { PublicWorkflows } from './public-workflows.service';
import type { EnableWidgetDto } from './widget.dto';
import { PublicWidget, WidgetView } from './widget.response';

/** What pages of others show of a workflow. */
@Injectable()
export class WidgetsService {
  constructor(
    private readonly store: WorkflowStore,
    private readonly workflows: PublicWorkflows,
  ) {}

  async enable(caller: Caller, id: string, dto: EnableWidgetDto): Promise<WidgetView> {
    const widget = configOf(dto);
    return this.store.change(caller, id, async (workflow, manager) => {
      refuseArchived(workflow);
      if (!workflow.visibility.startsWith('public_')) throw new ApiError('workflowNotPublic');
      workflow.widget = widget;
      const version = await this.store.version(workflow, runnableVersion(workflow), manager);
      return new WidgetView(widget, version.definition);
    });
  }

  async disable(caller: Caller, id: string): Promise<void> {
    await this.store.change(caller, id, (workflow) => {
      workflow.widget = null;
    });
  }

  /** Without a widget it is as if there were no workflow. */
  async show(id: string): Promise<PublicWidget> {
    const workflow = await this.workflows.find(id);
    if (workflow.widget === null) throw new ApiError('workflowNotFound');
    const definition = await this.workflows.definition(workflow, workflow.liveVersion);
    return new PublicWidget(workflow, new WidgetView(workflow.widget, definition));
  }
}

function configOf(dto: EnableWidgetDto): WidgetConfig {
  const { title, description, buttonLabel, minAmount, maxAmount } = dto;
  if (isText(minAmount) && isText(maxAmount) && BigInt(minAmount) > BigInt(maxAmount)) {
    const message = 'minAmount must not be above maxAmount';
    throw ApiError.fields([{ field: 'minAmount', message }]);
  }
  return {
    title,
    description: description ?? '',
    buttonLabel: isText(buttonLabel) && buttonLabel.trim() !== '' ? buttonLabel : 'Send',
    ...(isText(minAmount) && { minAmount }),
    ...(isText(maxAmount) && { maxAmount }),
  };
}

function isText(value: string | null | undefined): value is string {
  return typeof value === 'string';
}
