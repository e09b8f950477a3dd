import type { Json, JsonObject } from '../json';
import { runRules } from './run';
import { splitSecrets } from './split-secrets';
import { definitionOf, toyCatalog, toySpec } from './toy-catalog';

const login = toySpec('login', { secretKeys: ['password', 'user.pin'] });
const catalog = new Map([...toyCatalog, [login.type, login]]);

function judge(type: string, payload: JsonObject): string[] {
  const issues = runRules([splitSecrets], definitionOf({ call: { type, payload } }), { catalog });
  return issues.map(({ code, nodeId, field }) => [code, nodeId, field].join(' '));
}

const header = (name: string, value: Json): string[] =>
  judge('http-request', { headers: { [name]: value } });

const at = (field: string): string[] => [`secret_not_sealed call payload.${field}`];

describe('secrets beside an expression', () => {
  it.each([
    ['Authorization', 'Bearer sk-abc {{$props.x}}'],
    ['Authorization', 'Key abc:{{$props.x}}'],
    ['Authorization', 'sso-key {{$props.x}}:s3cret'],
    ['Proxy-Authorization', 'Basic {{$props.x}}c2VjcmV0'],
    ['X-Api-Key', 'sk-abc {{$props.x}}'],
    ['x-auth', 'Bearer abcdef-{{$props.x}}'],
    ['Cookie', 'session=abcdef; user={{$props.x}}'],
  ])('%s: %s', (name, value) => {
    expect(header(name, value)).toEqual(at(`headers.${name}`));
  });

  it.each([
    ['Authorization', 'Bearer {{$props.x}}'],
    ['Authorization', ' bearer  {{$props.x}}'],
    ['Authorization', 'sso-key {{$props.x}}:{{$props.y}}'],
    ['Authorization', 'Token token="{{$props.x}}"'],
    ['Authorization', 'Bearer sk-abc'],
    ['Authorization', '{{$props.x}}'],
    ['X-Api-Key', 'Bearer {{$props.x}}'],
    ['X-Hub-Signature', 'sha256={{$props.x}}'],
    ['Cookie', 'session={{$props.x}}; a=1'],
    ['accept', 'application/{{$props.x}}'],
    ['Idempotency-Key', 'order-{{$props.x}}'],
  ])('are not in %s: %s', (name, value) => {
    expect(header(name, value)).toEqual([]);
  });

  it('are looked for in lists and below the secret keys of a type, and nowhere else', () => {
    expect(header('Cookie', ['a={{$props.x}}', 's3cret{{$props.x}}'])).toEqual(
      at('headers.Cookie.1'),
    );
    expect(judge('login', { password: 'abc{{$props.x}}', name: 'abc{{$props.x}}' })).toEqual(
      at('password'),
    );
    expect(judge('login', { user: { pin: [{ of: '123{{$props.x}}' }] } })).toEqual(
      at('user.pin.0.of'),
    );
    expect(judge('http-request', { body: 'password {{$props.x}}' })).toEqual([]);
    expect(judge('no-such', { headers: { 'X-Auth': 'abc{{$props.x}}' } })).toEqual(
      at('headers.X-Auth'),
    );
  });

  it('are told with how to mend them', () => {
    const payload = { headers: { 'X-Auth': 'abc{{$props.x}}' } };
    const call = { type: 'http-request', payload };
    expect(runRules([splitSecrets], definitionOf({ call }), { catalog })).toEqual([
      {
        type: 'nodes',
        code: 'secret_not_sealed',
        nodeId: 'call',
        nodeName: 'Toy http-request',
        field: 'payload.headers.X-Auth',
        message:
          '`X-Auth` has text beside an expression. It is not sealed: whoever sees the definition can read it. If it is a secret, write it alone into a header, and the expression into another field.',
      },
    ]);
  });
});
