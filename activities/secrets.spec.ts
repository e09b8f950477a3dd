import type { Json, JsonObject } from '../definition/json';
import { literalReferences, type PayloadPath } from '../definition/secret-references';
import { revealSecrets, SecretMask } from './secrets';

/** The input of a definition that holds it as it is, or only what is at `references`. */
function reveal(
  input: JsonObject,
  secretKeys: string[] = [],
  references: PayloadPath[] = literalReferences({ kind: 'value', value: input }),
) {
  const asked: string[][] = [];
  const reader = {
    reveal: (_organizationId: string, ids: string[]) => {
      asked.push(ids);
      return Promise.resolve(new Map(ids.map((id) => [id, `value-of-${id}`])));
    },
  };
  const owner = { organizationId: 'org_1', secretKeys, references };
  return revealSecrets(input, owner, reader).then((revealed) => ({ ...revealed, asked }));
}

it('asks once for all references, and not at all without any', async () => {
  const headers = { authorization: { $secret: 'a' }, cookie: { $secret: 'b' } };
  const { input, asked } = await reveal({ headers, pin: { $secret: 'a' } }, ['pin']);
  expect(asked).toEqual([['a', 'b']]);
  expect(input).toEqual({
    headers: { authorization: 'value-of-a', cookie: 'value-of-b' },
    pin: 'value-of-a',
  });
  expect((await reveal({ headers: { accept: 'x' } })).asked).toEqual([]);
});

it('reveals everything below a secret key, also in lists', async () => {
  const { input } = await reveal({ vault: { a: { $secret: 'x' }, b: [{ $secret: 'y' }] } }, [
    'vault',
  ]);
  expect(input).toEqual({ vault: { a: 'value-of-x', b: ['value-of-y'] } });
});

it('leaves references in other places alone', async () => {
  const input = {
    body: { $secret: 'x', password: { $secret: 'x' }, headers: { cookie: { $secret: 'x' } } },
    list: [{ $secret: 'y' }],
    headers: { accept: { $secret: 'z' }, authorization: [] },
  };
  const revealed = await reveal(input);
  expect(revealed.input).toEqual(input);
  expect(revealed.asked).toEqual([]);
});

it('leaves what an expression has given alone, in the places of secrets too', async () => {
  const headers = { authorization: { $secret: 'mine' }, cookie: { $secret: 'sec_guessed' } };
  const input = { headers, vault: [{ $secret: 'x' }, { $secret: 'y' }] };
  const { input: revealed, asked } = await reveal(
    input,
    ['vault'],
    [
      ['headers', 'authorization'],
      ['vault', 1],
    ],
  );
  expect(asked).toEqual([['mine', 'y']]);
  expect(revealed).toEqual({
    headers: { authorization: 'value-of-mine', cookie: { $secret: 'sec_guessed' } },
    vault: [{ $secret: 'x' }, 'value-of-y'],
  });
});

it('masks what was revealed, and what stood there in the open', async () => {
  const { mask } = await reveal({
    headers: { 'x-api-key': { $secret: 'a' }, cookie: 'sid=12345' },
  });
  expect(mask.text('value-of-a and sid=12345 and sid%3D12345')).toBe('*** and *** and ***');
});

describe('SecretMask', () => {
  it('knows the token without its scheme, and what a basic one holds', () => {
    const basic = Buffer.from('ada:pass-word').toString('base64');
    const mask = new SecretMask(['Bearer token-1', `Basic ${basic}`]);
    expect(mask.text(`token-1 ${basic} ada:pass-word pass-word Bearer`)).toBe(
      '*** *** *** *** Bearer',
    );
  });

  it('prefers the longer of two secrets', () => {
    expect(new SecretMask(['secret-1', 'secret-1-long']).text('secret-1-long secret-1')).toBe(
      '*** ***',
    );
  });

  it('leaves alone what is too short to be a secret', () => {
    expect(new SecretMask(['a', '', '12345']).text('a 12345 b')).toBe('a 12345 b');
  });

  it('masks texts and keys anywhere in a value', () => {
    const value: Json = { a: ['x my-secret y', 1, null], b: { 'form my-secret': 'my-secret' } };
    expect(new SecretMask(['my-secret']).json(value)).toEqual({
      a: ['x *** y', 1, null],
      b: { 'form ***': '***' },
    });
  });
});
