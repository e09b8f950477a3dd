import type { ContractCase } from '../../support/contract-case';
import { each, failed, get, log, logged, post, succeeded, SUCCESS, wait } from './build';

const secretHeaders = {
  authorization: 'Bearer {{$trigger.body.key}}',
  'x-api-key': 'k-123456',
  accept: '*/*',
};
const maskedHeaders = { authorization: '***', 'x-api-key': '***', accept: '*/*' };

const whose = "{{$org.name}} {{$org.slug}} {{$org.timezone || 'no zone'}} {{$org.language || '-'}}";

const organization: ContractCase[] = [
  {
    name: 'an organization is read in loops, after waits and in other runs',
    nodes: {
      hold: wait(['each'], { timeoutMs: 1_000 }),
      each: { ...each([0], ['inside'], ['child']), branch: 'timed_out' },
      inside: log(whose),
      child: {
        type: 'trigger-workflow',
        payload: { workflowId: '<workflow:child>', payload: {}, waitForCompletion: true },
        children: ['say'],
      },
      say: log('{{$org.slug}} {{child.result.runStatus}}'),
    },
    workflows: { child: { there: log(whose) } },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        hold: { status: 'success', branch: 'timed_out' },
        each: SUCCESS,
        'each[0]/inside': logged('Default default no zone -'),
        child: SUCCESS,
        say: logged('default success'),
      },
    },
  },
];

const missing: ContractCase[] = [
  {
    name: 'reading through null gives null, which text shows as nothing',
    nodes: {
      whole: log('{{$trigger.body.a.b.c}}', ['part']),
      part: log('[{{$trigger.body.a.b}}|{{$trigger.body.no.where}}|{{$trigger.body.list.7}}]'),
    },
    payload: { a: null, list: [1] },
    expect: {
      status: 'success',
      nodes: { root: SUCCESS, whole: logged('null'), part: logged('[||]') },
    },
  },
  {
    name: 'a fallback steps in for null, and for null alone',
    nodes: {
      say: log(
        "{{$trigger.body.no || 'x'}} {{$trigger.body.zero || 9}} {{$trigger.body.off || true}} {{$trigger.body.empty || 'y'}}|{{$trigger.body.no || $trigger.body.n || 'z'}}",
      ),
    },
    payload: { zero: 0, off: false, empty: '', n: null },
    expect: {
      status: 'success',
      nodes: { root: SUCCESS, say: logged('x 0 false |z') },
    },
  },
  {
    name: 'objects inside text are JSON, and keep their type when they stand alone',
    nodes: {
      text: log('v={{$trigger.body.v}}', ['each']),
      each: each('{{$trigger.body.v.list}}', ['item']),
      item: log('{{$item.n}}'),
    },
    payload: { v: { list: [{ n: 1.5 }, { n: '2' }] } },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        text: logged('v={"list":[{"n":1.5},{"n":"2"}]}'),
        each: { status: 'success', result: { iterationCount: 2 } },
        'each[0]/item': logged('1.5'),
        'each[1]/item': logged('2'),
      },
    },
  },
  {
    name: 'names of the language are only names',
    nodes: {
      say: log(
        '[{{$trigger.body.constructor}}{{$trigger.body.__proto__.x}}{{$trigger.body.toString.name}}]',
      ),
    },
    payload: {},
    expect: { status: 'success', nodes: { root: SUCCESS, say: logged('[]') } },
  },
];

const braces: ContractCase[] = [
  {
    name: 'a payload with braces goes through every kind of node as it is',
    nodes: {
      say: log('{{$trigger.body.text}}', ['echo']),
      echo: post('/echo', '{{say.result.message}}', ['form']),
      form: {
        type: 'format',
        payload: { data: { t: '{{echo.result.json.body}}' }, template: '{{@t}}' },
        children: ['each'],
      },
      each: each(['{{form.result.formatted}}'], ['item']),
      item: log('{{$item}}'),
    },
    payload: { text: '{{$trigger.body.key}} {{@t}} {{$item}}', key: 'never shown' },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        say: logged('{{$trigger.body.key}} {{@t}} {{$item}}'),
        echo: succeeded({ json: { body: '{{$trigger.body.key}} {{@t}} {{$item}}' } }),
        form: succeeded({ formatted: '{{$trigger.body.key}} {{@t}} {{$item}}' }),
        each: { status: 'success' },
        'each[0]/item': logged('{{$trigger.body.key}} {{@t}} {{$item}}'),
      },
    },
  },
];

const secrets: ContractCase[] = [
  {
    name: 'key-like headers are masked in the record of an action that succeeds',
    nodes: {
      call: {
        type: 'http-request',
        payload: { url: 'http://target/echo', method: 'GET', headers: secretHeaders },
        children: [],
      },
    },
    payload: { key: 'top-secret' },
    expect: {
      status: 'success',
      nodes: { root: SUCCESS, call: { status: 'success', input: { headers: maskedHeaders } } },
    },
  },
  {
    name: 'key-like headers are masked in the record of an action that fails',
    nodes: {
      call: {
        type: 'http-request',
        payload: { url: 'http://target/close', method: 'POST', headers: secretHeaders },
        children: ['rescue'],
      },
      rescue: log('{{$nodes.call.error.code}}', [], { branch: 'error' }),
    },
    payload: { key: 'top-secret' },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        call: { ...failed('http_connection_lost', 'error'), input: { headers: maskedHeaders } },
        rescue: SUCCESS,
      },
    },
  },
];

const large: ContractCase[] = [
  {
    name: 'a result of a megabyte is passed on whole',
    nodes: {
      call: get('/large?bytes=1000000', ['code']),
      code: {
        type: 'code-transform',
        payload: {
          code: 'function transform(text) { return text.length; }',
          input: '{{call.result.json}}',
        },
        children: ['say'],
      },
      say: log('{{code.result.output}}'),
    },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        call: { status: 'success' },
        code: succeeded({ output: 1_000_000 }),
        say: logged('1000000'),
      },
    },
  },
  {
    name: 'many results of a hundred kilobytes survive every cut',
    nodes: {
      each: each([0, 1, 2, 3, 4, 5], ['call'], ['done']),
      call: get('/large?bytes=100000&n={{$item}}', ['nap']),
      nap: { type: 'delay', payload: { delayMs: 1 }, children: [] },
      done: log('{{each.result.iterations.5.call.result.status}}'),
    },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        each: { status: 'success', result: { iterationCount: 6 } },
        ...Object.fromEntries(
          [0, 1, 2, 3, 4, 5].flatMap((index) => [
            [`each[${index}]/call`, SUCCESS],
            [`each[${index}]/nap`, SUCCESS],
          ]),
        ),
        done: logged('200'),
      },
    },
  },
];

export const DATA_CASES: readonly ContractCase[] = [
  ...organization,
  ...missing.map((one) => ({ ...one, row: 'missing value' })),
  ...braces.map((one) => ({ ...one, row: 'data that contains `{{...}}`' })),
  ...secrets.map((one) => ({ ...one, row: 'secrets' })),
  ...large,
];
