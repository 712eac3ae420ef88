import { readFileSync } from 'node:fs';
import type { Edition } from '@traliccio/sdk';

/** The plugins that come with each edition; PRO has those of BASIC too. */
export type Editions = Readonly<Record<Edition, readonly string[]>>;

export function readEditions(): Editions {
  const file = new URL('../../../editions.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Editions;
}
