import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE = BigInt(ALPHABET.length);
/** Enough for milliseconds until the year 8,888. */
const TIME_DIGITS = 8;
/** 14 digits of base 62 are 83 bits. */
const RANDOM_DIGITS = 14;

/** Kinds of record, by the prefix of their ids. */
export type IdPrefix =
  | 'org'
  | 'usr'
  | 'ses'
  | 'mem'
  | 'inv'
  | 'sa'
  | 'rst'
  | 'key'
  | 'wf'
  | 'run'
  | 'clm'
  | 'sec'
  | 'whd'
  | 'tmpl'
  | 'blk'
  | 'doc'
  | 'conn'
  | 'req'
  | 'evt'
  | 'cue'
  | 'exe'
  | 'aud';

/** A new id such as `run_0Vz8...`: sorts by time (byte order), letters and digits only after the prefix. */
export function newId(prefix: IdPrefix, now = Date.now()): string {
  return `${prefix}_${newIdEnding(now)}`;
}

/** What stands after the prefix of a new id. */
export function newIdEnding(now = Date.now()): string {
  return timeDigits(now) + randomDigits();
}

function timeDigits(now: number): string {
  let rest = now;
  let text = '';
  for (let digit = 0; digit < TIME_DIGITS; digit++) {
    text = ALPHABET.charAt(rest % ALPHABET.length) + text;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return text;
}

/** Six bits a digit. The two values that are no digit are left out, so that all digits are equally likely. */
function randomDigits(): string {
  let text = '';
  while (text.length < RANDOM_DIGITS) {
    for (const byte of randomBytes(RANDOM_DIGITS + 4)) text += ALPHABET.charAt(byte & 63);
  }
  return text.slice(0, RANDOM_DIGITS);
}

/** The same id for the same bytes, for records that must not be made twice. */
export function idFromDigest(prefix: IdPrefix, digest: Uint8Array): string {
  const number = BigInt(`0x${Buffer.from(digest).toString('hex')}`);
  return `${prefix}_${base62(number, TIME_DIGITS + RANDOM_DIGITS)}`;
}

/** The last `digits` digits of a number in base 62. */
function base62(value: bigint, digits: number): string {
  let rest = value;
  let text = '';
  for (let digit = 0; digit < digits; digit++) {
    text = ALPHABET.charAt(Number(rest % BASE)) + text;
    rest /= BASE;
  }
  return text;
}
