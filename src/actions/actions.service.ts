import { Inject, Injectable } from '@nestjs/common';
import type { NodeSpec } from '../../definition/catalog';
import { ApiError } from '../common/errors';
import { CATALOG, type Catalog } from './catalog';

/** Reads the catalog of node types. It is the same for everybody, so no caller is needed. */
@Injectable()
export class ActionsService {
  constructor(@Inject(CATALOG) private readonly catalog: Catalog) {}

  /** Actions of the engine and of the catalog, without logic nodes and triggers. */
  actions(tags: readonly string[] = []): NodeSpec[] {
    return this.select(tags, (spec) => !isTrigger(spec) && spec.category !== 'Logic');
  }

  logicActions(): NodeSpec[] {
    return this.select([], (spec) => !isTrigger(spec) && spec.category === 'Logic');
  }

  triggers(tags: readonly string[] = []): NodeSpec[] {
    return this.select(tags, isTrigger);
  }

  /** Any node type but triggers, logic nodes included. */
  action(type: string): NodeSpec {
    const spec = this.catalog.get(type);
    if (spec === undefined || isTrigger(spec)) throw new ApiError('actionNotFound');
    return spec;
  }

  trigger(type: string): NodeSpec {
    const spec = this.catalog.get(type);
    if (spec === undefined || !isTrigger(spec)) throw new ApiError('triggerNotFound');
    return spec;
  }

  private select(tags: readonly string[], wanted: (spec: NodeSpec) => boolean): NodeSpec[] {
    return [...this.catalog.values()].filter(
      (spec) => wanted(spec) && tags.every((tag) => spec.tags.includes(tag)),
    );
  }
}

function isTrigger(spec: NodeSpec): boolean {
  return spec.execution === 'trigger';
}
