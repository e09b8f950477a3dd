import type { Shape } from './side';

type Nodes = Record<
  string,
  { type: string; payload: object; branch?: string; children?: string[] }
>;

const MONTH_MS = 30 * 86_400_000;

/** The definition of a shape. A step in a sequence reads the result of the one before. */
export function nodesOf(shape: Shape): Nodes {
  if (shape.kind === 'wait') {
    return {
      root: { type: 'manual', payload: {}, children: ['before'] },
      before: step(0, 'before', ['pause']),
      pause: {
        type: 'wait',
        payload: { timeoutMs: MONTH_MS, triggerType: 'manual' },
        children: ['after'],
      },
      after: { ...step('{{before.result.n}}', 'after', []), branch: 'resumed' },
    };
  }
  const ids = Array.from({ length: shape.steps }, (_, index) => `step_${index + 1}`);
  const parallel = shape.kind === 'parallel';
  const nodes: Nodes = {
    root: { type: 'manual', payload: {}, children: parallel ? ids : ids.slice(0, 1) },
  };
  ids.forEach((id, index) => {
    const n = index === 0 || parallel ? index : `{{${ids[index - 1] ?? ''}.result.n}}`;
    const next = parallel ? [] : ids.slice(index + 1, index + 2);
    nodes[id] = step(n, id, next, shape.kind === 'local' ? 'bench-local' : 'bench-step');
  });
  return nodes;
}

function step(
  n: number | string,
  label: string,
  children: string[],
  type = 'bench-step',
): Nodes[string] {
  return { type, payload: { n, label }, children };
}
