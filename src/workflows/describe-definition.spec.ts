import type { WorkflowDefinition } from '../../definition/types';
import { describeDefinition } from './describe-definition';

const node = (type: string, more: object = {}) => ({ type, payload: {}, ...more });

describe('describeDefinition', () => {
  it('tells the triggers and the steps in the order in which they are reached', () => {
    const definition: WorkflowDefinition = {
      nodes: {
        root: node('manual', { children: ['ask', 'say'] }),
        say: node('log'),
        ask: node('if', { titleOverride: 'Large order?', children: ['yes', 'no'] }),
        yes: node('wait', { branch: 'then', children: ['late'] }),
        late: node('send-webhook', { branch: 'timed_out' }),
        no: node('http-request', { branch: 'else' }),
      },
    };
    expect(describeDefinition(definition)).toEqual({
      name: 'Manual → Log',
      description:
        'Starts with Manual. Then Large order?; if so: Wait; when that takes too long: Send webhook; if not: Http request; Log.',
    });
  });

  it('is short for a long one, and ends in a circle', () => {
    const nodes: WorkflowDefinition['nodes'] = { root: node('manual', { children: ['n0'] }) };
    for (let n = 0; n < 20; n++) nodes[`n${n}`] = node('log', { children: [`n${(n + 1) % 20}`] });
    const { description } = describeDefinition({ nodes });
    expect(description).toMatch(/Log; and 12 more steps\.$/);
  });

  it('takes a draft without a trigger, and names of any length', () => {
    expect(describeDefinition({ nodes: {} })).toEqual({
      name: 'No trigger',
      description: 'Starts with No trigger.',
    });
    const nodes = { root: node('manual', { titleOverride: 'x'.repeat(300) }) };
    expect(describeDefinition({ nodes }).name).toHaveLength(255);
  });
});
