import { randomBytes } from 'node:crypto';

const MAX_LENGTH = 50;

/** A slug out of a name, with a random end, so that it is free whatever others are called. */
export function slugOf(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const base = (words ?? ['org']).join('-').slice(0, MAX_LENGTH).replace(/-$/, '');
  return `${base}-${randomBytes(4).toString('hex')}`;
}
