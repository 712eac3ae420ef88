import { readFileSync } from 'node:fs';
import type { Edition } from '@traliccio/sdk';

/** The plugins that each edition enables; PRO has those of BASIC too. Optional ones come along, for operators to choose. */
export type Editions = Readonly<Record<Edition | 'optional', readonly string[]>>;

export function readEditions(): Editions {
  const file = new URL('../../../editions.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Editions;
}
