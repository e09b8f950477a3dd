import type { Row } from '../report';
import type { Scenario } from './scenario';
import { historySize } from './temporal-view';

type Nodes = Record<
  string,
  { type: string; payload: object; branch?: string; children?: string[]; loopBody?: string[] }
>;

const LOG = { type: 'log', payload: { message: 'hello' } };
const step = (label: string): Nodes[string] => ({ type: 'bench-step', payload: { n: 1, label } });

/** A run of one kind of node, against a run with a `log` alone. */
const KINDS: readonly { what: string; nodes: Nodes; children?: string[]; atMost?: number }[] = [
  { what: 'log', nodes: { node: LOG }, atMost: 0 },
  {
    what: 'if with both branches declared',
    nodes: {
      node: {
        type: 'if',
        payload: { condition: { $and: [{ '{{$trigger.body.a}}': { $eq: 1 } }] } },
        children: ['yes', 'no'],
      },
      yes: { ...LOG, branch: 'then' },
      no: { ...LOG, branch: 'else' },
    },
    atMost: 0,
  },
  {
    what: 'for-each over 20 logs',
    nodes: {
      node: {
        type: 'for-each',
        payload: { array: Array.from({ length: 20 }, (_, n) => n) },
        loopBody: ['body'],
      },
      body: LOG,
    },
    atMost: 0,
  },
  {
    what: 'local action',
    nodes: { node: { type: 'format', payload: { data: { a: 1 }, template: '{{@a}}' } } },
    atMost: 1,
  },
  { what: 'action', nodes: { node: step('node') }, atMost: 6 },
  {
    what: '10 actions in parallel',
    nodes: Object.fromEntries(
      Array.from({ length: 10 }, (_, n) => [`node_${n}`, step(`node_${n}`)]),
    ),
    children: Array.from({ length: 10 }, (_, n) => `node_${n}`),
    atMost: 60,
  },
  { what: 'delay', nodes: { node: { type: 'delay', payload: { delayMs: 50 } } } },
  {
    what: 'wait that is resumed',
    nodes: { pause: { type: 'wait', payload: { timeoutMs: 60_000, triggerType: 'manual' } } },
    children: ['pause'],
  },
  {
    what: 'wait that times out',
    nodes: {
      node: {
        type: 'wait',
        payload: { timeoutMs: 1_000, triggerType: 'manual' },
        children: ['late'],
      },
      late: { ...LOG, branch: 'timed_out' },
    },
  },
];

/** History events by kind of node, counted in Temporal. */
export const events: Scenario = {
  name: 'events',
  async run({ sides, temporal }) {
    const count = async (nodes: Nodes, children: string[]): Promise<number> => {
      const root = { type: 'manual', payload: {}, children: ['base', ...children] };
      const runId = await sides.weft.runDefinition({ root, base: LOG, ...nodes });
      return (await historySize(temporal, runId)).events;
    };
    const base = await count({}, []);
    const rows: Row[] = [
      { scenario: 'events', what: 'run with nothing but logic', unit: 'events', weft: base },
    ];
    for (const { what, nodes, children = ['node'], atMost } of KINDS) {
      const weft = (await count(nodes, children)) - base;
      rows.push({
        scenario: 'events',
        what,
        unit: 'events',
        weft,
        ...(atMost !== undefined && {
          target: `<= ${atMost}`,
          verdict: weft <= atMost ? 'met' : 'far over',
        }),
      });
    }
    return rows;
  },
};
