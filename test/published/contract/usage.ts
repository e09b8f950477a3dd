import { area, holding, listing } from './entry';
import type { World } from './world';

const { entries, entry } = area('cu, metrics and statistics');
export const USAGE_ENTRIES = entries;

const DAY = 86_400_000;
const of = (world: World) => ({ params: { path: { orgId: world.orgId } } });
const now = Date.now();
const span = { from: now - DAY, to: now + DAY };
const series = { ...span, granularity: 'hourly' } as const;
const ANY = (): unknown => expect.any(Number);

entry({
  id: 'getCuCosts',
  call: ({ anybody }) => anybody.GET('/v1/cu/costs'),
  answers: { defaults: { trigger: 1 } },
});
entry({
  id: 'adminUpdateSubscription',
  call: (world) =>
    world.admin.PUT('/v1/admin/organizations/{orgId}/subscription', {
      ...of(world),
      body: { tier: 'team', monthlyCu: 10_000 },
    }),
  readBack: {
    call: (world) => world.owner.GET('/v1/organizations/{orgId}/subscription', of(world)),
    finds: { tier: 'team', monthlyCu: 10_000, unlimited: false },
  },
});
entry({
  id: 'getSubscription',
  call: (world) => world.owner.GET('/v1/organizations/{orgId}/subscription', of(world)),
  answers: { tier: 'team', status: 'active' },
});
entry({
  id: 'adminAdjustCu',
  call: (world) =>
    world.admin.POST('/v1/admin/organizations/{orgId}/cu/adjust', {
      ...of(world),
      body: { amount: 500, direction: 'credit', reason: 'For the launch.' },
    }),
  readBack: {
    call: (world) => world.owner.GET('/v1/organizations/{orgId}/cu', of(world)),
    finds: () => ({ balance: 10_500, unlimited: false }),
  },
});
entry({
  id: 'getCuBalance',
  call: (world) => world.owner.GET('/v1/organizations/{orgId}/cu', of(world)),
  answers: { balance: 10_500, unlimited: false },
});
entry({
  id: 'updateCuThreshold',
  call: (world) =>
    world.owner.PUT('/v1/organizations/{orgId}/cu/threshold', {
      ...of(world),
      body: { minThreshold: 100 },
    }),
  readBack: {
    call: (world) => world.owner.GET('/v1/organizations/{orgId}/cu', of(world)),
    finds: { minThreshold: 100 },
  },
});
entry({
  id: 'listCuRuns',
  given: async (world) => {
    world.keep('used', await world.workflow('Uses units'));
    world.keep('usedRun', await world.ran(world.id('used'), { message: 'hi' }));
    await world.count();
  },
  call: (world) => world.owner.GET('/v1/organizations/{orgId}/cu/runs', of(world)),
  answers: (world) => listing({ runId: world.id('usedRun'), totalCu: 2 }),
});
entry({
  id: 'getCuUsage',
  call: (world) =>
    world.owner.GET('/v1/organizations/{orgId}/cu/usage', {
      params: {
        path: { orgId: world.orgId },
        query: { yearMonth: new Date(now).toISOString().slice(0, 7) },
      },
    }),
  answers: () => ({ summary: { deposited: 500, used: ANY() } }),
});
entry({
  id: 'getCuUsageByWorkflow',
  call: (world) =>
    world.owner.GET('/v1/organizations/{orgId}/cu/usage-by-workflow', {
      params: { path: { orgId: world.orgId }, query: span },
    }),
  answers: (world) => ({
    workflows: holding({ workflowId: world.id('used'), runCount: 1, totalCu: 2 }),
  }),
});

entry({
  id: 'getMetricsSummary',
  call: ({ owner }) => owner.GET('/v1/metrics/summary', { params: { query: series } }),
  answers: (world) => ({
    failureRate: { failed: 0 },
    recentActivity: holding({ runId: world.id('usedRun') }),
  }),
});
entry({
  id: 'getRunsTimeseries',
  call: ({ owner }) => owner.GET('/v1/metrics/runs-timeseries', { params: { query: series } }),
  answers: () => ({ granularity: 'hourly', data: expect.any(Array) as unknown }),
});
entry({
  id: 'getFailureRate',
  call: ({ owner }) => owner.GET('/v1/metrics/failure-rate', { params: { query: span } }),
  answers: () => ({ total: ANY(), failed: 0 }),
});
entry({
  id: 'getTopErrors',
  call: ({ owner }) => owner.GET('/v1/metrics/top-errors', { params: { query: span } }),
  answers: [],
});
entry({
  id: 'getRecentActivity',
  call: ({ owner }) => owner.GET('/v1/metrics/recent-activity'),
  answers: (world) => holding({ runId: world.id('usedRun'), status: 'success' }) as object,
});
entry({
  id: 'getAllStatistics',
  call: ({ owner }) => owner.GET('/v1/statistics'),
  answers: () => ({ log: { totalExecutions: ANY() } }),
});
entry({
  id: 'getActionLatency',
  call: ({ owner }) =>
    owner.GET('/v1/statistics/action/{id}/latency', {
      params: { path: { id: 'code-transform' }, query: series },
    }),
  answers: { actionId: 'code-transform', granularity: 'hourly' },
});
entry({
  id: 'getNodeUsage',
  call: ({ owner }) =>
    owner.GET('/v1/statistics/{type}/{id}/usage', {
      params: { path: { type: 'action', id: 'log' }, query: series },
    }),
  answers: { nodeId: 'log', nodeType: 'action' },
});
