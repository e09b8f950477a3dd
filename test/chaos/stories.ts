/**
 * What runs do while servers are killed. Each call to the target says which node it comes from:
 * `?at=<address>`. `base` of the payload is the target's space of the run.
 */

const url = (route: string, query: string) => `{{$trigger.body.base}}${route}?${query}`;

/** Not safe to repeat. */
const post = (id: string, route = '/echo', query = '') => ({
  type: 'http-request',
  payload: { method: 'POST', url: url(route, `${query}at=${id}`), body: '{}' },
});

/** Safe to repeat. */
const get = (id: string, route = '/echo', query = '') => ({
  type: 'http-request',
  payload: { method: 'GET', url: url(route, `${query}at=${id}`) },
});

const root = (...children: string[]) => ({ type: 'manual', children });

const loop = (call: object, length: number) => ({
  nodes: {
    root: root('each'),
    each: {
      type: 'for-each',
      payload: { array: Array.from({ length }, (_, index) => index), continueOnError: true },
      loopBody: ['call'],
      children: ['after'],
    },
    call,
    after: post('after'),
  },
});

export const DAYS_30 = 30 * 24 * 60 * 60 * 1000;

const wait = (...children: string[]) => ({
  type: 'wait',
  payload: { timeoutMs: DAYS_30, triggerType: 'manual' },
  children,
});

const counter = { name: 'counter', type: 'number', lifetime: 'persist', default: 0 };
const count = (value: string) => ({ type: 'set-variable', payload: { name: 'counter', value } });

/** Called by `parent`. */
export const CHILD = {
  variableDefs: [counter],
  nodes: {
    root: root('count'),
    count: { ...count('{{1}}'), children: ['pause'] },
    pause: { type: 'delay', payload: { delayMs: 2_000 }, children: ['work'] },
    work: post('work'),
  },
};

export const STORIES = {
  delay: {
    nodes: {
      root: root('before'),
      before: { ...post('before'), children: ['pause'] },
      pause: { type: 'delay', payload: { delayMs: 5_000 }, children: ['after'] },
      after: post('after'),
    },
  },
  /** Logic alone: what it writes, it writes by itself. */
  naps: {
    nodes: {
      root: root('first'),
      first: { type: 'delay', payload: { delayMs: 3_000 }, children: ['say'] },
      say: { type: 'log', payload: { message: 'Good morning' }, children: ['second'] },
      second: { type: 'delay', payload: { delayMs: 500 } },
    },
  },
  wait: {
    nodes: {
      root: root('before'),
      before: { ...get('before'), children: ['approve'] },
      approve: wait('after'),
      after: { ...post('after'), branch: 'resumed' },
    },
  },
  loopOfPosts: loop(post('each[{{$index}}]/call', '/slow', 'ms=250&'), 8),
  loopOfGets: loop(get('each[{{$index}}]/call', '/slow', 'ms=250&'), 8),
  counting: {
    variableDefs: [counter],
    nodes: {
      root: root('each'),
      each: {
        type: 'for-each',
        payload: { array: [0, 1, 2, 3, 4, 5, 6, 7] },
        loopBody: ['call'],
        children: ['after'],
      },
      call: { ...get('each[{{$index}}]/call', '/slow', 'ms=250&'), children: ['count'] },
      count: count('{{$index}}'),
      after: post('after'),
    },
  },
  slowGet: {
    nodes: {
      root: root('read'),
      read: { ...get('read', '/slow', 'ms=4000&'), children: ['after'] },
      after: post('after'),
    },
  },
  slowPost: {
    nodes: {
      root: root('charge'),
      charge: { ...post('charge', '/slow', 'ms=4000&'), children: ['after'] },
      after: post('after'),
    },
  },
  endlessPost: {
    nodes: { root: root('charge'), charge: post('charge', '/slow') },
  },
  parent: {
    nodes: {
      root: root('child'),
      child: {
        type: 'trigger-workflow',
        payload: {
          workflowId: '{{$trigger.body.child}}',
          payload: { base: '{{$trigger.body.childBase}}' },
          waitForCompletion: true,
        },
        children: ['after'],
      },
      after: post('after'),
    },
  },
  webhook: {
    nodes: {
      root: root('notify'),
      notify: {
        type: 'send-webhook',
        payload: { url: url('/slow', 'ms=1000&at=notify'), body: { hello: 'there' } },
      },
    },
  },
  simulated: {
    nodes: {
      root: root('approve'),
      approve: wait('pause'),
      pause: {
        type: 'delay',
        payload: { delayMs: DAYS_30 },
        branch: 'resumed',
        children: ['charge'],
      },
      charge: post('charge'),
    },
  },
};

export type StoryName = keyof typeof STORIES;
/** Those that end by themselves, or by a resume. */
export const STORY_NAMES = (Object.keys(STORIES) as StoryName[]).filter(
  (name) => name !== 'endlessPost',
);
