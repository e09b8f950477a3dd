import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** An OIDC issuer as far as a service that takes its tokens can see. */
export interface TestIssuer {
  url: string;
  /** A token with these claims beside the usual ones. */
  sign(claims: Record<string, unknown>, expiresIn?: string): Promise<string>;
  /** A token that names the same key but is signed with another. */
  forge(claims: Record<string, unknown>): Promise<string>;
  close(): Promise<void>;
}

export const AUDIENCE = 'weft-tests';

export async function startIssuer(): Promise<TestIssuer> {
  const pair = await generateKeyPair('ES256');
  const stranger = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
  const server = createServer((request, response) => {
    const isDiscovery = request.url === '/.well-known/openid-configuration';
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(isDiscovery ? { jwks_uri: `${url}/keys` } : { keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const token = (claims: Record<string, unknown>, expiresIn: string): SignJWT =>
    new SignJWT({ iss: url, aud: AUDIENCE, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .setExpirationTime(expiresIn);
  return {
    url,
    sign: (claims, expiresIn = '5m') => token(claims, expiresIn).sign(pair.privateKey),
    forge: (claims) => token(claims, '5m').sign(stranger.privateKey),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
