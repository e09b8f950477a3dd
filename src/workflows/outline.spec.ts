import type { WorkflowDefinition } from '../../definition/types';
import { outlineOf } from './outline';

const node = (type: string, more: object = {}) => ({ type, payload: {}, ...more });

describe('outlineOf', () => {
  it('tells what lists and filters ask for', () => {
    const definition: WorkflowDefinition = {
      inputSchema: [{ key: 'a' }, { key: 'b' }],
      nodes: {
        root: node('manual', { titleOverride: 'New order', children: ['ask', 'call'] }),
        ask: node('if', { branch: 'then', children: ['other', 'any'] }),
        call: node('trigger-workflow', { payload: { workflowId: 'wf_1' } }),
        other: node('trigger-workflow', { payload: { workflowId: '{{$trigger.id}}' } }),
        twice: node('block', { payload: { blockId: 'blk_1', version: 2 } }),
        again: node('block', { payload: { blockId: 'blk_1' } }),
        any: node('slack-send-message', { connector: { type: 'slack', id: 'conn_1' } }),
      },
    };
    expect(outlineOf(definition)).toEqual({
      nodeCount: 7,
      inputCount: 2,
      triggerTypes: ['manual'],
      triggerName: 'New order',
      nodeTypes: ['manual', 'if', 'trigger-workflow', 'block', 'slack-send-message'],
      connectorTypes: ['slack'],
      linkedWorkflowIds: ['wf_1'],
      blockIds: ['blk_1'],
      nodes: {
        root: { type: 'manual', children: ['ask', 'call'] },
        ask: { type: 'if', children: ['other', 'any'], branch: 'then' },
        call: { type: 'trigger-workflow' },
        other: { type: 'trigger-workflow' },
        twice: { type: 'block' },
        again: { type: 'block' },
        any: { type: 'slack-send-message' },
      },
    });
  });

  it('names every trigger, and none when there is none', () => {
    const nodes = { a: node('cronjob'), b: node('manual') };
    expect(outlineOf({ nodes, triggerNodeIds: ['a', 'b', 'gone'] })).toMatchObject({
      triggerTypes: ['cronjob', 'manual'],
      triggerName: 'cronjob',
    });
    expect(outlineOf({ nodes: {} })).toMatchObject({ triggerTypes: [], triggerName: '' });
  });

  it('keeps ids that users chose, whatever they are', () => {
    const nodes = JSON.parse('{"__proto__":{"type":"manual","payload":{}}}') as never;
    const outline = outlineOf({ nodes, triggerNodeIds: ['__proto__'] });
    expect(JSON.stringify(outline.nodes)).toBe('{"__proto__":{"type":"manual"}}');
    expect(outline.triggerTypes).toEqual(['manual']);
  });

  it('draws no definition of more than 200 nodes', () => {
    const nodes = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`n${i}`, node('log')]));
    expect(outlineOf({ nodes })).toMatchObject({ nodeCount: 201, nodeTypes: ['log'] });
    expect(outlineOf({ nodes })).not.toHaveProperty('nodes');
  });
});
