import type { B3osOperation } from './b3os-operations';
import { PendingOperations } from './pending-operations';

const pending = (method: string, path: string): B3osOperation => ({
  ...{ method, path, id: path, area: 'test' },
});

const operations = new PendingOperations(
  [
    pending('GET', '/v1/workflows/counts'),
    pending('GET', '/v1/templates/{id}'),
    pending('GET', '/v1/templates/{id}/stats'),
    pending('PATCH', '/v1/tags/{id}'),
  ],
  [
    { method: 'GET', path: '/v1/workflows/:id' },
    { method: 'GET', path: '/v1/templates/mine' },
    { method: 'PATCH', path: '/v1/tags/:tagId' },
  ],
);

describe('PendingOperations', () => {
  it.each([
    ['GET', '/v1/workflows/counts', '/v1/workflows/counts'],
    ['GET', '/v1/Workflows/COUNTS/', '/v1/workflows/counts'],
    ['GET', '/v1/templates/t1', '/v1/templates/{id}'],
    ['GET', '/v1/templates/mine/stats', '/v1/templates/{id}/stats'],
  ])('knows %s %s', (method, path, expected) => {
    expect(operations.find(method, path)?.path).toBe(expected);
  });

  it.each([
    ['GET', '/v1/workflows/wf_1'],
    ['POST', '/v1/workflows/counts'],
    ['GET', '/v1/templates/mine'],
    ['PATCH', '/v1/tags/t1'],
    ['GET', '/v1/templates/t1/stats/more'],
    ['GET', '/'],
  ])('leaves %s %s to the routes', (method, path) => {
    expect(operations.find(method, path)).toBeUndefined();
  });
});
