import { hash, verify } from '@node-rs/argon2';
import { Turns } from './turns';

/** Argon2id, the library's own choice, with 19 MiB, 2 passes and 1 lane: the least that OWASP recommends. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Characters. What is longer costs time and no more safety. */
export const PASSWORD_LENGTH = { min: 12, max: 200 };

/** Each takes 19 MiB, and one of the four threads that files and names are read by, too. */
const turns = new Turns(2, 64);

export function hashPassword(password: string): Promise<string> {
  return turns.take(() => hash(password.normalize('NFC'), OPTIONS));
}

let decoy: Promise<string> | undefined;

/** Takes as long for an account that does not exist or has no password as for one that does. */
export async function isPassword(given: string, stored: string | null): Promise<boolean> {
  decoy ??= hash('no account has this one', OPTIONS);
  const known = stored ?? (await decoy);
  const matches = await turns.take(() => verify(known, given.normalize('NFC')));
  return matches && stored !== null;
}
