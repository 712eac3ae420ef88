import type { Sql } from '@traliccio/sdk';
import type { Database } from '../db/database.ts';
import { keyIdOf, rewrap } from './envelope.ts';
import type { KeyRing } from './key-ring.ts';
import { eachPage, replaceCell, type Cell } from './sealed-cells.ts';
import { mapSealedIn, type SealedColumn } from './sealed-columns.ts';
import { nameOfPlace, SecretDamaged, SecretKeyUnknown, type SecretPlace } from './secret-errors.ts';

export type Rewrap = {
  readonly columns: readonly SealedColumn[];
  readonly ring: KeyRing;
  /** For messages. */
  readonly file: string;
  readonly progress: (rewrapped: number) => void;
};
export type Rewrapped = {
  readonly rewrapped: number;
  /** Secrets that can't be opened, and are left as they are. */
  readonly damaged: readonly string[];
};

/** Wraps all sealed values with the current key, page by page, until a pass finds that nobody came between. */
export async function rewrapAll(database: Database, options: Rewrap): Promise<Rewrapped> {
  const damaged = new Set<string>();
  let rewrapped = 0;
  for (let changedMeanwhile = true; changedMeanwhile;) {
    changedMeanwhile = false;
    for (const column of options.columns)
      await eachPage(
        column,
        (work) => database.transaction(work),
        async (tx, cells) => {
          const page = await rewrapPage(tx, { ...options, column, cells, damaged });
          rewrapped += page.rewrapped;
          changedMeanwhile ||= page.changedMeanwhile;
          options.progress(rewrapped);
        },
      );
  }
  return { rewrapped, damaged: [...damaged] };
}

type Page = Rewrap & {
  readonly column: SealedColumn;
  readonly cells: readonly Cell[];
  readonly damaged: Set<string>;
};

async function rewrapPage(tx: Sql, page: Page): Promise<{ rewrapped: number; changedMeanwhile: boolean }> {
  let [rewrapped, changedMeanwhile] = [0, false];
  for (const cell of page.cells) {
    let values = 0;
    const text = mapSealedIn(page.column, cell, (sealed, place) => {
      const now = underCurrent(page, sealed, place);
      if (now !== sealed) values += 1;
      return now;
    });
    if (values === 0) continue;
    if (await replaceCell(tx, page.column, cell, text)) rewrapped += values;
    else changedMeanwhile = true;
  }
  return { rewrapped, changedMeanwhile };
}

/** One value that can't be opened keeps no other from being wrapped anew. */
function underCurrent({ ring, file, damaged }: Page, sealed: string, place: SecretPlace): string {
  try {
    const id = keyIdOf(place, sealed);
    if (id === ring.current.id) return sealed;
    const from = ring.keys.get(id);
    if (!from) throw new SecretKeyUnknown(place, { id, file });
    return rewrap(from, ring.current, place, sealed);
  } catch (error) {
    if (!(error instanceof SecretDamaged)) throw error;
    damaged.add(nameOfPlace(place));
    return sealed;
  }
}
