import type { WorkflowDefinition } from '../types';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';
import { triggers } from './triggers';

const judge = (definition: WorkflowDefinition) =>
  runRules([triggers], definition, { catalog: toyCatalog });

describe('triggers', () => {
  it('wants a root', () => {
    expect(judge(definitionOf({ start: 'manual' }))).toEqual([
      {
        type: 'root',
        code: 'root_missing',
        field: 'nodes',
        message:
          'A run starts at the node `root`, a trigger such as {"type": "manual"}. Add it, or name the trigger in `triggerNodeIds`.',
      },
      {
        type: 'root',
        code: 'trigger_misplaced',
        nodeId: 'start',
        nodeName: 'Manual',
        field: 'type',
        message:
          "`manual` is a trigger, and a run can't start here. Remove the node, or list every trigger in `triggerNodeIds`.",
      },
    ]);
  });

  it('finds no root on the prototype of an object', () => {
    const definition = definitionOf({ root: 'manual' }, { triggerNodeIds: ['constructor'] });
    expect(judge(definition).map(({ code }) => code)).toEqual([
      'trigger_missing',
      'trigger_misplaced',
    ]);
  });

  it('is content with a root, with one trigger by another id, and with several', () => {
    expect(judge(definitionOf({ root: 'manual', a: 'log' }))).toEqual([]);
    expect(judge(definitionOf({ root: 'manual' }, { triggerNodeIds: ['root'] }))).toEqual([]);
    expect(judge(definitionOf({ root: 'manual' }, { triggerNodeIds: [] }))).toEqual([]);
    expect(judge(definitionOf({ start: 'manual' }, { triggerNodeIds: ['start'] }))).toEqual([]);
    expect(
      judge(definitionOf({ a: 'manual', b: 'cronjob' }, { triggerNodeIds: ['a', 'b'] })),
    ).toEqual([]);
  });

  it('wants every listed trigger, once', () => {
    const definition = definitionOf(
      { by_hand: 'manual', hourly: 'cronjob' },
      { triggerNodeIds: ['by_hand', 'hourli', 'hourly', 'by_hand'] },
    );
    expect(judge(definition)).toEqual([
      {
        type: 'root',
        code: 'trigger_missing',
        field: 'triggerNodeIds.1',
        message: 'There is no node `hourli`. Did you mean `hourly`?',
      },
      {
        type: 'root',
        code: 'duplicate_trigger',
        field: 'triggerNodeIds.3',
        message: '`by_hand` is listed twice. List each trigger once.',
      },
    ]);
  });

  it('wants a trigger at the start', () => {
    expect(judge(definitionOf({ root: 'log' }))).toEqual([
      {
        type: 'root',
        code: 'root_not_trigger',
        nodeId: 'root',
        nodeName: 'Log',
        field: 'type',
        message:
          'A run starts at `root`, so it must be a trigger such as `manual`; `log` is an action. Put it below the trigger, in its `children`.',
      },
    ]);
  });

  it('leaves an unknown type to its own rule', () => {
    expect(judge(definitionOf({ root: 'no-such', a: 'no-such' }))).toEqual([]);
  });

  it('keeps `root` free when there are several triggers', () => {
    const reserved = {
      type: 'root',
      code: 'root_reserved',
      nodeId: 'root',
      message:
        'With several triggers `root` stands for the one that started the run. Give this node another id.',
    };
    const asTrigger = definitionOf(
      { root: 'manual', hourly: 'cronjob' },
      { triggerNodeIds: ['root', 'hourly'] },
    );
    expect(judge(asTrigger)).toEqual([{ ...reserved, nodeName: 'Manual' }]);
    const asAction = definitionOf(
      { a: 'manual', b: 'manual', root: { type: 'log', titleOverride: 'Note' } },
      { triggerNodeIds: ['a', 'b'] },
    );
    expect(judge(asAction)).toEqual([{ ...reserved, nodeName: 'Note' }]);
  });
});
