import type { CoreTx } from '../../kernel/db/database.ts';
import type { Actor } from '../ports.ts';
import type { Cells } from './cells.ts';
import type { Column } from './columns.ts';
import type { Outcome } from './result.ts';

/** A thing of a file, read from one row or from several that follow each other. */
export type Thing<V> = {
  readonly key: string;
  readonly line: number;
  /** Of the values as they were understood: how they were spelled doesn't matter. */
  readonly hash: string;
  readonly value: V;
};

export type StoreContext = { readonly by: Actor; readonly folder: string | null };

/** What a file may be: its columns, how a row is understood, and how a page of rows is stored. */
export interface FileKind<V> {
  readonly name: string;
  /** Prefix of the codes of what is wrong with a row. */
  readonly prefix: string;
  readonly columns: readonly Column[];
  /** Columns beyond those listed are taken when they start with this. */
  readonly freePrefix?: string;
  /** Rows that follow each other with the same value here are one thing; each row is one when not given. */
  readonly groupBy?: string;
  /** Understands the rows of one thing, and says in them what is wrong. Looks at nothing else. */
  read(rows: readonly Cells[]): { readonly key: string; readonly value: V };
  /** Stores things in bulk; one outcome each, in order. No two of them have the same key. */
  store(tx: CoreTx, things: readonly Thing<V>[], context: StoreContext): Promise<readonly Outcome[]>;
}
