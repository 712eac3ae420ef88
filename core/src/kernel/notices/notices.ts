import { NotFound, type Actor, type Clock, type NoticeInput, type Sql, type Tx } from '@traliccio/sdk';
import { SYSTEM, type Audit } from '../audit/audit.ts';
import { nextChange } from '../db/change-number.ts';
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
  seq: number;
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
  'seq',
];

/** A notice as it stands since a change; changes are numbered in the order of their commits. */
export type NoticeChange = { readonly seq: number; readonly notice: Notice };

/** What operators are told. One notice of a source and key is open at a time; posting it again counts. */
export class Notices {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;

  constructor(database: Database, clock: Clock, audit: Audit) {
    this.#database = database;
    this.#clock = clock;
    this.#audit = audit;
  }

  /** With `tx`, in the caller's transaction. */
  async post(source: string, notice: NoticeInput, tx?: Tx): Promise<void> {
    if (!tx) return this.#database.transaction((own) => this.post(source, notice, own));
    const key = `${source}:${notice.key}`;
    const { it, en } = notice.message;
    const seq = await nextChange(tx, 'notice');
    const counted = await tx.run(
      'UPDATE notice SET count = count + 1, level = ?, message_it = ?, message_en = ?, seq = ? WHERE notice_key = ? AND closed_at IS NULL',
      [notice.level, it, en, seq, key],
    );
    if (counted > 0) return;
    await tx.upsert(
      'notice',
      COLUMNS,
      [[key, source, notice.level, it, en, 1, this.#clock.now(), null, seq]],
      { key: ['notice_key'], update: COLUMNS.slice(1) },
    );
  }

  /** Posts what is said once and for all: not again when somebody has closed it. */
  async postOnce(source: string, notice: NoticeInput): Promise<void> {
    await this.#database.transaction(async (tx) => {
      const said = await tx.all('SELECT 1 AS said FROM notice WHERE notice_key = ?', [
        `${source}:${notice.key}`,
      ]);
      if (said.length === 0) await this.post(source, notice, tx);
    });
  }

  /** The keys of what is open and begins with `prefix`. */
  async openKeys(source: string, prefix: string): Promise<string[]> {
    const from = `${source}:${prefix}`;
    const rows = await this.#database.sql.all<{ notice_key: string }>(
      'SELECT notice_key FROM notice WHERE notice_key >= ? AND notice_key < ? AND closed_at IS NULL ORDER BY notice_key',
      [from, `${from}~`],
    );
    return rows.map((row) => row.notice_key.slice(source.length + 1));
  }

  /** Newest first. */
  async list(options: { readonly closedToo?: boolean } = {}): Promise<Notice[]> {
    const rows = await this.#database.sql.all<Row>(
      `SELECT * FROM notice ${options.closedToo ? '' : 'WHERE closed_at IS NULL'} ORDER BY id DESC LIMIT 1000`,
    );
    return rows.map(noticeOf);
  }

  /** Open or closed. @throws NotFound */
  async get(id: number, sql: Sql = this.#database.sql): Promise<Notice> {
    const [row] = await sql.all<Row>('SELECT * FROM notice WHERE id = ?', [id]);
    if (!row) throw new NotFound('notice.not_found', `there is no notice ${id}`);
    return noticeOf(row);
  }

  /** The notices that have changed since that number, the earliest first. */
  async changesAfter(seq: number, limit: number): Promise<NoticeChange[]> {
    const rows = await this.#database.sql.all<Row>(
      'SELECT * FROM notice WHERE seq > ? ORDER BY seq LIMIT ?',
      [seq, limit],
    );
    return rows.map((row) => ({ seq: row.seq, notice: noticeOf(row) }));
  }

  /** The number of the latest change; 0 before the first. */
  async lastChange(): Promise<number> {
    const [row] = await this.#database.sql.all<{ seq: number | null }>('SELECT MAX(seq) AS seq FROM notice');
    return row?.seq ?? 0;
  }

  /** @throws NotFound when there is no such open notice */
  async close(tx: Tx, id: number, by: Actor): Promise<Notice> {
    const seq = await nextChange(tx, 'notice');
    const closed = await tx.run(
      'UPDATE notice SET closed_at = ?, seq = ? WHERE id = ? AND closed_at IS NULL',
      [this.#clock.now(), seq, id],
    );
    if (closed === 0)
      throw new NotFound('notice.not_found', `there is no open notice ${id}: "traliccio notices" lists them`);
    const notice = await this.get(id, tx);
    const detail = { source: notice.source, key: notice.key };
    await this.#audit.record(tx, {
      actor: by,
      action: 'notice.closed',
      entity: 'notice',
      entityId: id,
      detail,
    });
    return notice;
  }

  /** Closes what no longer holds, if it is open. */
  async closeKey(source: string, key: string): Promise<void> {
    await this.#database.transaction(async (tx) => {
      const [open] = await tx.all<{ id: number }>(
        'SELECT id FROM notice WHERE notice_key = ? AND closed_at IS NULL',
        [`${source}:${key}`],
      );
      if (open) await this.close(tx, open.id, SYSTEM);
    });
  }
}

function noticeOf(r: Row): Notice {
  return {
    id: r.id,
    key: r.notice_key.slice(r.source.length + 1),
    source: r.source,
    level: r.level,
    message: { it: r.message_it, en: r.message_en },
    count: r.count,
    createdAt: r.created_at,
    closedAt: r.closed_at,
  };
}
