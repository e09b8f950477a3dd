import { area, holding } from './entry';

const { entries, entry } = area('actions and triggers');
export const CATALOG_ENTRIES = entries;

entry({
  id: 'listActions',
  call: ({ anybody }) =>
    anybody.GET('/v1/actions', { params: { query: { tags: ['http'], summary: true } } }),
  answers: () => holding({ type: 'http-request' }) as object,
});
entry({
  id: 'getAction',
  call: ({ anybody }) => anybody.GET('/v1/actions/{type}', { params: { path: { type: 'regex' } } }),
  answers: { type: 'regex', payloadSchema: { type: 'object' } },
});
entry({
  id: 'listLogicActions',
  call: ({ anybody }) => anybody.GET('/v1/logic-actions', { params: { query: { summary: true } } }),
  answers: () => holding({ type: 'if' }, { type: 'wait' }) as object,
});
entry({
  id: 'listTriggers',
  call: ({ anybody }) => anybody.GET('/v1/triggers', { params: { query: { summary: true } } }),
  answers: () => holding({ type: 'manual' }) as object,
});
entry({
  id: 'getTrigger',
  call: ({ anybody }) =>
    anybody.GET('/v1/triggers/{type}', { params: { path: { type: 'manual' } } }),
  answers: { type: 'manual' },
});
entry({
  id: 'healthLive',
  call: ({ anybody }) => anybody.GET('/health/live'),
  answers: { status: 'ok' },
});
entry({
  id: 'healthReady',
  call: ({ anybody }) => anybody.GET('/health/ready'),
  answers: { status: 'ok' },
});
