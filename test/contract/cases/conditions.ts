import type { JsonObject } from '../../../definition/json';
import type { ContractCase } from '../../support/contract-case';
import { log, SKIPPED, succeeded, SUCCESS } from './build';

const row = '`if`, `filter`';

/** A condition that must hold, and one that must not. */
const CONDITIONS: readonly [name: string, holds: JsonObject, holdsNot: JsonObject][] = [
  [
    'numbers compare as exact decimals, beyond what a float can tell apart',
    { $and: [{ '{{$trigger.body.wei}}': { $gt: '1000000000000000000' } }] },
    { $and: [{ '{{$trigger.body.wei}}': { $lte: '1000000000000000000' } }] },
  ],
  [
    'two texts under `$eq` and `$in` compare as texts',
    { $and: [{ '{{$trigger.body.code}}': { $eq: '007' } }] },
    { $or: [{ '{{$trigger.body.code}}': { $in: ['7', '07'] } }] },
  ],
  [
    'lists may be nested',
    {
      $or: [
        { $and: [{ '{{$trigger.body.code}}': { $startsWith: '1' } }] },
        {
          $and: [
            { '{{$trigger.body.list}}': { $contains: 2 } },
            { $or: [{ '{{$trigger.body.no}}': { $notExists: true } }] },
          ],
        },
      ],
    },
    {
      $and: [
        { '{{$trigger.body.code}}': { $exists: true } },
        { $or: [{ '{{$trigger.body.code}}': { $endsWith: '8' } }] },
      ],
    },
  ],
  [
    'what has no order is neither more nor less',
    { $and: [{ '{{$trigger.body.no}}': { $nin: [1, 2] } }] },
    { $or: [{ '{{$trigger.body.no}}': { $lt: 1 } }, { '{{$trigger.body.no}}': { $gte: 1 } }] },
  ],
];

const ifs = CONDITIONS.map(([name, holds, holdsNot]): ContractCase => ({
  name,
  nodes: {
    root: { type: 'manual', payload: {}, children: ['one', 'two'] },
    one: { type: 'if', payload: { condition: holds }, children: ['yes', 'no'] },
    yes: log('yes', [], { branch: 'then' }),
    no: log('no', [], { branch: 'else' }),
    two: { type: 'if', payload: { condition: holdsNot }, children: ['otherwise'] },
    otherwise: log('otherwise', [], { branch: 'else' }),
  },
  payload: { wei: '1000000000000000001', code: '007', list: [1, 2] },
  expect: {
    status: 'success',
    nodes: {
      root: SUCCESS,
      one: succeeded({ branch: 'then' }, 'then'),
      yes: SUCCESS,
      no: SKIPPED,
      two: succeeded({ branch: 'else' }, 'else'),
      otherwise: SUCCESS,
    },
  },
}));

const filters: ContractCase[] = [
  {
    name: 'a filter reads fields of the item, and expressions on the right',
    nodes: {
      keep: {
        type: 'filter',
        payload: {
          array: '{{$trigger.body.rows}}',
          filter: {
            $and: [{ 'a.n': { $gte: '{{$trigger.body.least}}' } }, { s: { $notIn: ['c'] } }],
          },
        },
        children: ['say'],
      },
      say: log('{{keep.result.filtered}}'),
    },
    payload: {
      least: '2',
      rows: [
        { a: { n: 1 }, s: 'a' },
        { a: { n: '2.0' }, s: 'b' },
        { a: { n: 3 }, s: 'c' },
        { a: { n: 10 } },
      ],
    },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        keep: succeeded({ filtered: [{ a: { n: '2.0' }, s: 'b' }, { a: { n: 10 } }] }),
        say: SUCCESS,
      },
    },
  },
];

export const CONDITION_CASES: readonly ContractCase[] = [...ifs, ...filters].map((one) => ({
  ...one,
  row,
}));
