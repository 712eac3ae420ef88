import { typesOf, type Types } from '../db/ddl.ts';
import type { Migration, MigrationHistory } from '../db/migrate.ts';

/** The jobs' table, with a history of its own: on SQLite it is in a file of its own. */
export function jobHistory(): MigrationHistory {
  const sqlite = steps(typesOf('sqlite'));
  const mysql = steps(typesOf('mysql'));
  return { module: 'jobs', steps: sqlite.map((step, i): Migration => ({ ...step, mysql: mysql[i]!.sql })) };
}

const steps = (t: Types): { name: string; sqlite: string; sql: string }[] =>
  [
    {
      name: 'table job',
      // `single_key` is the name of a job of which there is one, and NULL of all others.
      sql: `CREATE TABLE IF NOT EXISTS job (
        id ${t.code(36)} NOT NULL PRIMARY KEY,
        name ${t.code(120)} NOT NULL,
        single_key ${t.code(120)},
        priority ${t.int} NOT NULL,
        next_run_at ${t.int},
        disabled ${t.bool} NOT NULL DEFAULT 0,
        locked_at ${t.int},
        last_run_at ${t.int},
        last_finished_at ${t.int},
        failed_at ${t.int},
        fail_count ${t.int},
        fail_reason ${t.long},
        progress ${t.int},
        terms ${t.long} NOT NULL,
        data ${t.long},
        last_modified_by ${t.text(200)}
      )${t.end}`,
    },
    { name: 'index job_single', sql: createIndex(t, 'UNIQUE ', 'job_single', 'job (single_key)') },
    { name: 'index job_next', sql: createIndex(t, '', 'job_next', 'job (name, disabled, next_run_at)') },
  ].map((step) => ({ ...step, sqlite: step.sql }));

const createIndex = (t: Types, kind: string, name: string, on: string): string =>
  `CREATE ${kind}INDEX ${t.dialect === 'sqlite' ? 'IF NOT EXISTS ' : ''}${name} ON ${on}`;
