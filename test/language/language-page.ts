import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePage } from './page';

/** The reference of the language, `docs/language.md`. */
export const pageText = readFileSync(join(__dirname, '../../docs/language.md'), 'utf8');

export const blocks = parsePage(pageText);
