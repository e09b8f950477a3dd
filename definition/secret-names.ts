// A plain `token` or `sell_token` in a payload is often an asset, so these words alone are no secrets there.
const SECRET_NAMES = [
  /^(proxy-)?authorization$/,
  /^(set-)?cookie$/,
  /secret|password|passphrase/,
  /-token$/,
  /(access|api|auth|bearer|bot|refresh|session)[-_]?token$/,
  /(access|api|auth|private|signing)[-_]?key$/,
];

/** Words that make a header a secret wherever they stand in its name. */
const SECRET_WORDS = /^(authorization|cookies?|credentials?|jwt|passcode|passwd|pwd|signature)$/;

/** Last words that make a header a secret: `X-Auth-Type` is none. */
const SECRET_ENDINGS = /^(auth|key|sig)$|(api|app|access|auth|license|subscription)key$|token$/;

/** Keys that only name, sort or repeat something. */
const HARMLESS_KEYS =
  /(^| )(cache|correlation|dedup|deduplication|group|idempotency|message|ordering|partition|public|routing|sort|surrogate|web ?socket) ?key$/;

/** Whether a key of a payload of this name holds a secret: `client_secret`, `apiKey`, `access_token` ... */
export function isSecretName(name: string): boolean {
  const lower = name.toLowerCase();
  return SECRET_NAMES.some((pattern) => pattern.test(lower));
}

/** Whether a header of this name holds a secret. A header with a `key` or a `token` is nearly always a credential. */
export function isSecretHeader(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  if (isSecretName(name) || words.some((word) => SECRET_WORDS.test(word))) return true;
  return SECRET_ENDINGS.test(words.at(-1) ?? '') && !HARMLESS_KEYS.test(words.join(' '));
}

/** Whether a header is the one at this path of a payload: keys alone, without positions in lists. */
export function headerAt(path: readonly string[]): string | undefined {
  const [first, name] = path;
  return first === 'headers' && path.length === 2 ? name : undefined;
}
