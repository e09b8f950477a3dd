import { headerAt, isSecretHeader, isSecretName } from './secret-names';

const SECRETS = [
  ...['authorization', 'Authorization', 'Proxy-Authorization', 'Cookie', 'set-cookie'],
  ...['X-Api-Key', 'api-key', 'apiKey', 'api_key', 'private-key', 'signingKey'],
  ...['X-Vault-Token', 'x-auth-token', 'accessToken', 'bot_token'],
  ...['client_secret', 'X-Secret-Sauce', 'password'],
];

const HARMLESS = [
  ...['accept', 'author', 'keyboard', 'monkey', 'Content-Type', 'X-Request-Id', 'traceparent'],
  ...['Idempotency-Key', 'X-Idempotency-Key', 'idempotencyKey', 'Sec-WebSocket-Key'],
  ...['X-Partition-Key', 'Surrogate-Key', 'WWW-Authenticate', 'X-Auth-Type', 'X-Key-Id', ''],
];

describe('isSecretName', () => {
  it.each(SECRETS)('%s names a secret', (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  it.each([...HARMLESS, 'token', 'sellToken', 'tokenAddress', 'key', 'cookies', 'signature'])(
    '%s does not',
    (name) => {
      expect(isSecretName(name)).toBe(false);
    },
  );
});

describe('isSecretHeader', () => {
  it.each([
    ...SECRETS,
    ...['Ocp-Apim-Subscription-Key', 'X-Auth', 'Api-Token', 'X-Amz-Security-Token', 'Token', 'Key'],
    ...['X-Goog-Api-Key', 'X-Auth-Key', 'DD-APPLICATION-KEY', 'apikey', 'X-ApiKey', 'usertoken'],
    ...['X-Hub-Signature', 'X-Signature-Ed25519', 'X-Credentials', 'X-Jwt-Assertion'],
    ...['X-User-Pwd', 'X-CSRFToken', 'PRIVATE-TOKEN', 'X-Access-Key-Secret'],
  ])('%s holds a secret', (name) => {
    expect(isSecretHeader(name)).toBe(true);
  });

  it.each([...HARMLESS, 'X-Public-Key', 'Design'])('%s does not', (name) => {
    expect(isSecretHeader(name)).toBe(false);
  });
});

describe('headerAt', () => {
  it('names what stands below `headers`, and nothing deeper or elsewhere', () => {
    expect(headerAt(['headers', 'X-Auth'])).toBe('X-Auth');
    for (const path of [[], ['headers'], ['headers', 'a', 'b'], ['body', 'X-Auth']]) {
      expect(headerAt(path)).toBeUndefined();
    }
  });
});
