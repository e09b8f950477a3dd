import type { JsonObject } from '../../definition/json';
import { maskDefinition, replaceSecrets } from './secret-places';

const secretKeysOf = (type: string) => (type === 'login' ? ['password', 'user.pin'] : []);

function http(headers: JsonObject): JsonObject {
  return { nodes: { call: { type: 'http-request', payload: { url: 'https://a.b', headers } } } };
}

describe('maskDefinition', () => {
  it('masks secret headers, whatever their case', () => {
    const headers = {
      Authorization: 'Bearer abc',
      COOKIE: 'a=b',
      'X-API-Key': 'k',
      'x-vault-token': 't',
      'x-client-secret': 's',
      'Ocp-Apim-Subscription-Key': 'o',
      'Idempotency-Key': 'i',
      accept: 'text/plain',
    };
    expect(maskDefinition(http(headers), secretKeysOf)).toEqual(
      http({
        Authorization: '***',
        COOKIE: '***',
        'X-API-Key': '***',
        'x-vault-token': '***',
        'x-client-secret': '***',
        'Ocp-Apim-Subscription-Key': '***',
        'Idempotency-Key': 'i',
        accept: 'text/plain',
      }),
    );
  });

  it('masks references and what is below secret keys', () => {
    const payload = {
      password: { $secret: 'sec_1' },
      user: { pin: ['1', { extra: '2' }], name: 'Ada' },
    };
    expect(maskDefinition({ nodes: { a: { type: 'login', payload } } }, secretKeysOf)).toEqual({
      nodes: {
        a: {
          type: 'login',
          payload: { password: '***', user: { pin: ['***', { extra: '***' }], name: 'Ada' } },
        },
      },
    });
  });

  it('leaves expressions, empty text and everything else', () => {
    const definition: JsonObject = {
      triggerNodeIds: ['root'],
      nodes: {
        root: {
          type: 'manual',
          payload: { inputSchema: { properties: { password: { type: 'string' } } } },
          children: ['call', 'odd'],
        },
        call: {
          type: 'http-request',
          payload: {
            headers: { authorization: 'Bearer {{$props.token}}', cookie: '' },
            body: { authorization: 'no header', headers: { authorization: 'deeper' } },
          },
        },
        odd: 'not a node',
        __proto__x: { type: 5, payload: [] },
      },
    };
    expect(maskDefinition(definition, secretKeysOf)).toEqual(definition);
    expect(maskDefinition({ nodes: 3 }, secretKeysOf)).toEqual({ nodes: 3 });
  });

  it('keeps the order of keys and names like __proto__', () => {
    const text =
      '{"z":1,"nodes":{"__proto__":{"type":"login","payload":{"b":2,"password":"x","a":1}}},"a":2}';
    expect(JSON.stringify(maskDefinition(JSON.parse(text) as JsonObject, secretKeysOf))).toBe(
      text.replace('"x"', '"***"'),
    );
  });
});

describe('replaceSecrets', () => {
  it('names each place', () => {
    const places: string[] = [];
    const definition = {
      nodes: {
        a: { type: 'login', payload: { user: { pin: ['1', '2'] } } },
        b: { type: 'http-request', payload: { headers: { Cookie: ['c', 'd'] } } },
      },
    };
    replaceSecrets(definition, secretKeysOf, (_, place) => {
      places.push(place);
      return undefined;
    });
    expect(places).toEqual([
      '["a","user","pin",0]',
      '["a","user","pin",1]',
      '["b","headers","Cookie",0]',
      '["b","headers","Cookie",1]',
    ]);
  });
});
