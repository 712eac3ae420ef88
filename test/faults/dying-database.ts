import { writeSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import mysql2 from 'mysql2';

/** What a billing process is doing when a statement comes by. */
export type Phase = 'plan' | 'issue' | 'commit' | 'effects';
export type Death = { readonly phase: Phase; readonly after: number };

/**
 * Makes this process kill itself, as `kill -9` does, at the n-th statement of a phase: before the statement runs, or
 * for `commit` right after one has. The drivers are patched, not the product.
 */
export function dieAt(death: Death | null): void {
  const seen: Record<Phase, number> = { plan: 0, issue: 0, commit: 0, effects: 0 };
  let isIn = false;
  let phase: Phase | null = null;
  const count = (one: Phase): void => {
    if (death?.phase !== one || ++seen[one] < death.after) return;
    writeSync(2, `died in ${one}\n`);
    process.kill(process.pid, 'SIGKILL');
  };
  const before = (sql: string): void => {
    const text = sql.trimStart().slice(0, 60).toLowerCase();
    if (text.startsWith('begin') || text.startsWith('start transaction')) isIn = true;
    // A run begins with its row, issues from when it has noted its plan, and ends with its deliveries.
    if (sql.includes('INTO run ')) phase = 'plan';
    else if (text.startsWith('update run set summary')) phase = 'issue';
    else if (text.startsWith('update run set state = ?')) phase = 'effects';
    if (phase === 'plan') count('plan');
    else if (phase === 'issue' && isIn) count('issue');
    else if (phase === 'effects') count('effects');
  };
  const after = (sql: string): void => {
    if (sql.trim().toLowerCase() !== 'commit') return;
    isIn = false;
    if (phase === 'issue') count('commit');
  };
  watchStatements(before, after);
}

type Watch = (sql: string) => void;

/** Calls these before and after each statement that this process runs. */
export function watchStatements(before: Watch, after: Watch): void {
  patchSqlite(before, after);
  patchMysql(before, after);
}

function patchSqlite(before: Watch, after: Watch): void {
  const probe = new Sqlite(':memory:');
  const prototype = Object.getPrototypeOf(probe.prepare('SELECT 1')) as Record<
    'run' | 'all',
    (...args: unknown[]) => unknown
  >;
  for (const name of ['run', 'all'] as const) {
    const original = prototype[name];
    prototype[name] = function (this: { source: string }, ...args: unknown[]) {
      before(this.source);
      const result = original.apply(this, args);
      after(this.source);
      return result;
    };
  }
  probe.close();
}

type Callback = (...args: unknown[]) => void;

function patchMysql(before: Watch, after: Watch): void {
  const prototype = ownerOfQuery(
    (mysql2 as unknown as { Connection: { prototype: object } }).Connection.prototype,
  );
  const original = prototype.query;
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const [sql] = args;
    if (typeof sql !== 'string') return original.apply(this, args);
    before(sql);
    const last = args.at(-1);
    if (typeof last === 'function') {
      args[args.length - 1] = (...results: unknown[]) => {
        after(sql);
        (last as Callback)(...results);
      };
    }
    return original.apply(this, args);
  };
}

type WithQuery = Record<'query', (...args: unknown[]) => unknown>;

/** The connections of a pool and others share the class that has it. */
function ownerOfQuery(prototype: object): WithQuery {
  for (let p: object | null = prototype; p; p = Object.getPrototypeOf(p) as object | null)
    if (Object.hasOwn(p, 'query')) return p as WithQuery;
  throw new Error('mysql2 has no query any more');
}
