import { NotFound, type Clock, type NoticeInput, type Sql } from '@traliccio/sdk';
import type { Database } from '../db/database.ts';

export type Notice = {
  readonly id: number;
  readonly key: string;
  /** `core`, or the plugin that says it. */
  readonly source: string;
  readonly level: NoticeInput['level'];
  readonly message: { readonly it: string; readonly en: string };
  /** How many times it was posted while open. */
  readonly count: number;
  readonly createdAt: number;
  readonly closedAt: number | null;
};

type Row = {
  id: number;
  notice_key: string;
  source: string;
  level: NoticeInput['level'];
  message_it: string;
  message_en: string;
  count: number;
  created_at: number;
  closed_at: number | null;
};

const COLUMNS = [
  'notice_key',
  'source',
  'level',
  'message_it',
  'message_en',
  'count',
  'created_at',
  'closed_at',
];

/** What operators are told. One notice of a source and key is open at a time; posting it again counts. */
export class Notices {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** With `sql`, in the caller's transaction. */
  async post(source: string, notice: NoticeInput, sql: Sql = this.#database.sql): Promise<void> {
    const key = `${source}:${notice.key}`;
    const { it, en } = notice.message;
    const counted = await sql.run(
      'UPDATE notice SET count = count + 1, level = ?, message_it = ?, message_en = ? WHERE notice_key = ? AND closed_at IS NULL',
      [notice.level, it, en, key],
    );
    if (counted > 0) return;
    await sql.upsert('notice', COLUMNS, [[key, source, notice.level, it, en, 1, this.#clock.now(), null]], {
      key: ['notice_key'],
      update: COLUMNS.slice(1),
    });
  }

  /** Newest first. */
  async list(options: { readonly closedToo?: boolean } = {}): Promise<Notice[]> {
    const rows = await this.#database.sql.all<Row>(
      `SELECT * FROM notice ${options.closedToo ? '' : 'WHERE closed_at IS NULL'} ORDER BY id DESC LIMIT 1000`,
    );
    return rows.map((r) => ({
      id: r.id,
      key: r.notice_key.slice(r.source.length + 1),
      source: r.source,
      level: r.level,
      message: { it: r.message_it, en: r.message_en },
      count: r.count,
      createdAt: r.created_at,
      closedAt: r.closed_at,
    }));
  }

  /** @throws NotFound when there is no such open notice */
  async close(id: number): Promise<void> {
    const closed = await this.#database.sql.run(
      'UPDATE notice SET closed_at = ? WHERE id = ? AND closed_at IS NULL',
      [this.#clock.now(), id],
    );
    if (closed === 0)
      throw new NotFound('notice.not_found', `there is no open notice ${id}: "traliccio notices" lists them`);
  }

  /** Closes what no longer holds, if it is open. */
  async closeKey(source: string, key: string): Promise<void> {
    await this.#database.sql.run(
      'UPDATE notice SET closed_at = ? WHERE notice_key = ? AND closed_at IS NULL',
      [this.#clock.now(), `${source}:${key}`],
    );
  }
}
