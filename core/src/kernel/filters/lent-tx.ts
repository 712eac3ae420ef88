import { Conflict, type Sql, type Tx } from '@traliccio/sdk';
import type { Pulse } from './watchdog.ts';

/**
 * The caller's transaction as lent to a handler: only for as long as the handler runs, since a statement that comes
 * later would be outside the transaction, and with each statement a sign of life for the watchdog.
 */
export function lentTx(tx: Tx, pulse: Pulse | undefined): { tx: Tx; end: () => void; isBusy: () => boolean } {
  let isOver = false;
  let running = 0;
  let moved = true;
  const lend = async <T>(statement: () => Promise<T>): Promise<T> => {
    if (isOver)
      throw new Conflict(
        'transaction.over',
        'the transaction of a filter ends with its handler: await every statement',
      );
    running++;
    pulse?.query(true);
    try {
      return await statement();
    } finally {
      running--;
      moved = true;
      pulse?.query(false);
    }
  };
  const sql: Sql = {
    dialect: tx.dialect,
    all: (text, params) => lend(() => tx.all(text, params)),
    run: (text, params) => lend(() => tx.run(text, params)),
    insert: (table, columns, rows) => lend(() => tx.insert(table, columns, rows)),
    upsert: (table, columns, rows, on) => lend(() => tx.upsert(table, columns, rows, on)),
  };
  return {
    tx: sql as Tx,
    end: () => (isOver = true),
    isBusy: () => {
      const was = moved || running > 0;
      moved = false;
      return was;
    },
  };
}
