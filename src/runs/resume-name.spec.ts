import { createCatalog } from '../../activities/catalog';
import type { JsonObject } from '../../definition/json';
import { compile } from '../../definition/plan/compile';
import type { PlanNode } from '../../definition/plan/types';
import { checkResumeName } from './resume-name';

const { catalog } = createCatalog();

function wait(more: JsonObject): PlanNode {
  const payload = { timeoutMs: 1000, triggerType: 'manual', triggerConfig: {}, ...more };
  const plan = compile(
    {
      nodes: {
        root: { type: 'manual', payload: {}, children: ['hold'] },
        hold: { type: 'wait', payload, children: [] },
      },
    },
    catalog,
  );
  return plan.nodes[1]!;
}

describe('the name of a resume', () => {
  const named = wait({ resumes: { names: ['legal', 'finance'], mode: 'all' } });

  it.each([
    ['one of the names', named, 'legal'],
    ['none for a plain wait', wait({}), undefined],
    ['any while an expression makes them', wait({ resumes: '{{$trigger.resumes}}' }), 'x'],
    ['any while an expression makes one', wait({ resumes: { names: ['{{$trigger.n}}'] } }), 'x'],
  ])('may be %s', (_what, node, name) => {
    expect(() => {
      checkResumeName(node, name);
    }).not.toThrow();
  });

  it.each([
    ['another one', named, 'sales', 'takes a resume under one of the names "legal", "finance"'],
    ['missing', named, undefined, 'takes a resume under one of the names "legal", "finance"'],
    ['given for a plain wait', wait({}), 'legal', 'takes no names: leave `name` out'],
  ])('may not be %s', (_what, node, name, message) => {
    expect(() => {
      checkResumeName(node, name);
    }).toThrow(message);
  });
});
