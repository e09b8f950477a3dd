import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** Kinds of token, by their first characters: API keys, sessions, invites, clients of one execution. */
export type TokenPrefix = 'b3sk_' | 'b3st_' | 'b3iv_' | 'b3ct_';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SECRET_BYTES = 20;
/** 62^27 is the first power above 2^160. */
const SECRET_LENGTH = 27;
/** 62^6 is the first power above 2^32. */
const CHECKSUM_LENGTH = 6;
const BODY = new RegExp(`^[0-9A-Za-z]{${SECRET_LENGTH + CHECKSUM_LENGTH}}$`);

/** How much of an API key may be shown to tell it from others. */
const SHOWN_LENGTH = 'b3sk_'.length + 6;

/** A new token: 160 random bits and a checksum, so that a mistyped one is told without a look-up. */
export function generateToken(prefix: TokenPrefix): string {
  const secret = toBase62(BigInt(`0x${randomBytes(SECRET_BYTES).toString('hex')}`), SECRET_LENGTH);
  return `${prefix}${secret}${checksumOf(secret)}`;
}

/** Whether text has the form of such a token and its checksum holds. */
export function isWellFormedToken(prefix: TokenPrefix, text: string): boolean {
  if (!text.startsWith(prefix)) return false;
  const body = text.slice(prefix.length);
  if (!BODY.test(body)) return false;
  return checksumOf(body.slice(0, SECRET_LENGTH)) === body.slice(SECRET_LENGTH);
}

export function generateKey(): string {
  return generateToken('b3sk_');
}

export function isWellFormedKey(key: string): boolean {
  return isWellFormedToken('b3sk_', key);
}

/** What is stored of a token: 160 random bits need no salt and no slow hash. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function shownPrefix(key: string): string {
  return key.slice(0, SHOWN_LENGTH);
}

function checksumOf(secret: string): string {
  return toBase62(BigInt(crc32(secret)), CHECKSUM_LENGTH);
}

function toBase62(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  while (text.length < length) {
    text = (ALPHABET[Number(rest % 62n)] ?? '') + text;
    rest /= 62n;
  }
  return text;
}
