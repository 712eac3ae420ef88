import { OptimisticLockError } from '@mikro-orm/core';

/** Errors after which the same transaction may well succeed: another one was in the way. */
const TRANSIENT = new Set([
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_LOCKED',
]);
/** A unique key that exists already: the same effect was there first. */
const DUPLICATE = new Set(['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']);

export const isTransient = (error: unknown): boolean => hasCode(error, TRANSIENT);
export const isDuplicate = (error: unknown): boolean => hasCode(error, DUPLICATE);
/** Somebody else made or changed the same thing meanwhile: who starts again sees it, and can say so. */
export const isOvertaken = (error: unknown): boolean =>
  isDuplicate(error) || error instanceof OptimisticLockError;

/** MikroORM wraps driver errors, and copies their code; the original is the cause where it doesn't. */
function hasCode(error: unknown, codes: ReadonlySet<string>): boolean {
  for (let e = error, depth = 0; e instanceof Error && depth < 5; e = e.cause, depth++)
    if ('code' in e && codes.has(String(e.code))) return true;
  return false;
}
