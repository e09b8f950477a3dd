import type { ContractCase } from '../../support/contract-case';
import { log, logged, succeeded } from './build';

const row = 'trigger result';

export const TRIGGER_CASES: readonly ContractCase[] = [
  {
    name: 'the payload is read in four ways',
    row,
    nodes: {
      say: log('{{$trigger.body.x}} {{root.result.x}} {{root.result.body.x}} {{root.input.x}}'),
    },
    payload: { x: 'a' },
    expect: {
      status: 'success',
      nodes: {
        root: succeeded({ x: 'a', body: { x: 'a' }, triggeredAt: '<time>' }),
        say: logged('a a a a'),
      },
      output: { say: { message: 'a a a a' } },
    },
  },
  {
    name: 'reserved keys win over fields of the payload',
    row,
    nodes: { say: log('{{$trigger.body.body}} {{$trigger.body.triggeredAt}}') },
    payload: { body: 'mine', triggeredAt: 'never' },
    expect: {
      status: 'success',
      nodes: {
        root: succeeded({ body: { body: 'mine', triggeredAt: 'never' }, triggeredAt: '<time>' }),
        say: logged('mine never'),
      },
    },
  },
  {
    name: 'no payload is an empty one',
    row,
    nodes: { say: log('[{{$trigger.body}}]') },
    expect: {
      status: 'success',
      nodes: { root: succeeded({ body: {}, triggeredAt: '<time>' }), say: logged('[{}]') },
    },
  },
];
