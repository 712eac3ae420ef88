import type { PluginMigration } from '@traliccio/sdk';

export const FILES = 'bank_statement_file';
export const LINES = 'bank_statement_line';
export const BOOKINGS = 'bank_statement_booking';
export const ACCOUNTS = 'bank_statement_payer';
export const MAPPINGS = 'bank_statement_mapping';
export const TURN = 'bank_statement_turn';

/** Each column as SQLite and as MySQL declare it. */
const TYPES = {
  sqlite: {
    id: 'INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT',
    int: 'INTEGER',
    code: (_length: number) => 'TEXT',
    text: (_length: number) => 'TEXT',
    json: 'TEXT',
  },
  mysql: {
    id: 'BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY',
    int: 'BIGINT',
    code: (length: number) => `VARCHAR(${length}) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
    text: (length: number) => `VARCHAR(${length}) CHARACTER SET utf8mb4`,
    json: 'MEDIUMTEXT CHARACTER SET utf8mb4',
  },
} as const;
type Types = (typeof TYPES)['sqlite' | 'mysql'];

const step = (name: string, sql: (t: Types) => string): PluginMigration => ({
  name,
  sqlite: sql(TYPES.sqlite),
  mysql: sql(TYPES.mysql),
});

export const migrations: readonly PluginMigration[] = [
  step(
    '001_file',
    (t) => `CREATE TABLE ${FILES} (
      id ${t.id},
      sha256 ${t.code(64)} NOT NULL,
      name ${t.text(200)} NOT NULL,
      format ${t.code(12)} NOT NULL,
      imported_at ${t.int} NOT NULL,
      imported_by ${t.text(200)} NOT NULL,
      first_day ${t.code(10)},
      last_day ${t.code(10)},
      line_count ${t.int} NOT NULL,
      new_count ${t.int} NOT NULL,
      came_in ${t.int} NOT NULL,
      went_out ${t.int} NOT NULL
    )`,
  ),
  step('002_file_once', () => `CREATE UNIQUE INDEX ${FILES}_once ON ${FILES} (sha256)`),
  step(
    '003_line',
    (t) => `CREATE TABLE ${LINES} (
      id ${t.id},
      file_id ${t.int} NOT NULL,
      account ${t.code(40)} NOT NULL,
      statement_id ${t.code(80)} NOT NULL,
      entry_ref ${t.code(80)} NOT NULL,
      content_hash ${t.code(64)} NOT NULL,
      occurrence ${t.int} NOT NULL,
      booked_on ${t.code(10)} NOT NULL,
      value_date ${t.code(10)},
      amount ${t.int} NOT NULL,
      currency ${t.code(3)} NOT NULL,
      end_to_end_id ${t.text(140)},
      payer_name ${t.text(300)},
      payer_iban ${t.code(40)},
      text ${t.text(2000)} NOT NULL,
      bank_code ${t.text(40)},
      state ${t.code(8)} NOT NULL,
      version ${t.int} NOT NULL,
      round ${t.int} NOT NULL,
      rule ${t.code(12)},
      reason ${t.text(300)},
      state_at ${t.int} NOT NULL,
      state_by ${t.text(200)} NOT NULL
    )`,
  ),
  step(
    '004_line_ref',
    () => `CREATE UNIQUE INDEX ${LINES}_ref ON ${LINES} (account, statement_id, entry_ref)`,
  ),
  step(
    '005_line_content',
    () => `CREATE UNIQUE INDEX ${LINES}_content ON ${LINES} (content_hash, occurrence)`,
  ),
  step('006_line_state', () => `CREATE INDEX ${LINES}_state ON ${LINES} (state, id)`),
  step('007_line_file', () => `CREATE INDEX ${LINES}_file ON ${LINES} (file_id, id)`),
  step(
    '008_booking',
    (t) => `CREATE TABLE ${BOOKINGS} (
      id ${t.id},
      line_id ${t.int} NOT NULL,
      round ${t.int} NOT NULL,
      payment_key ${t.code(160)} NOT NULL,
      customer_id ${t.int} NOT NULL,
      amount ${t.int} NOT NULL,
      shares ${t.json} NOT NULL,
      undone_at ${t.int}
    )`,
  ),
  step('009_booking_once', () => `CREATE UNIQUE INDEX ${BOOKINGS}_once ON ${BOOKINGS} (payment_key)`),
  step('010_booking_line', () => `CREATE INDEX ${BOOKINGS}_line ON ${BOOKINGS} (line_id, round)`),
  step(
    '011_payer',
    (t) => `CREATE TABLE ${ACCOUNTS} (
      iban ${t.code(40)} NOT NULL,
      customer_id ${t.int} NOT NULL,
      line_id ${t.int} NOT NULL,
      PRIMARY KEY (iban, customer_id)
    )`,
  ),
  step('012_payer_line', () => `CREATE INDEX ${ACCOUNTS}_line ON ${ACCOUNTS} (line_id)`),
  step(
    '013_mapping',
    (t) => `CREATE TABLE ${MAPPINGS} (id ${t.id}, name ${t.code(80)} NOT NULL, mapping ${t.json} NOT NULL)`,
  ),
  step('014_mapping_once', () => `CREATE UNIQUE INDEX ${MAPPINGS}_once ON ${MAPPINGS} (name)`),
  step('015_turn', (t) => `CREATE TABLE ${TURN} (id ${t.int} NOT NULL PRIMARY KEY, at ${t.int} NOT NULL)`),
];
