import type { PluginMigration } from '@traliccio/sdk';

/** What was sent to whom, and who has downloaded it. */
export const migrations: readonly PluginMigration[] = [
  {
    name: '001_sending',
    sqlite: `CREATE TABLE accountant_sending (
      id TEXT NOT NULL PRIMARY KEY,
      period_from TEXT NOT NULL,
      period_to TEXT NOT NULL,
      filter TEXT NOT NULL,
      address TEXT NOT NULL,
      attempt INTEGER NOT NULL,
      state TEXT NOT NULL,
      way TEXT,
      reason TEXT,
      size INTEGER,
      sha256 TEXT,
      link_until INTEGER,
      asked_by TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL
    )`,
    mysql: `CREATE TABLE accountant_sending (
      id CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
      period_from CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      period_to CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      filter VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      address VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
      attempt INT NOT NULL,
      state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      way VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin,
      reason VARCHAR(500) CHARACTER SET utf8mb4,
      size BIGINT,
      sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
      link_until BIGINT,
      asked_by VARCHAR(200) CHARACTER SET utf8mb4 NOT NULL,
      created_at BIGINT NOT NULL,
      changed_at BIGINT NOT NULL
    )`,
  },
  {
    name: '002_sending_created',
    sqlite: 'CREATE INDEX accountant_sending_created ON accountant_sending (created_at)',
    mysql: 'CREATE INDEX accountant_sending_created ON accountant_sending (created_at)',
  },
  {
    name: '003_sending_state',
    sqlite: 'CREATE INDEX accountant_sending_state ON accountant_sending (state)',
    mysql: 'CREATE INDEX accountant_sending_state ON accountant_sending (state)',
  },
  {
    name: '004_download',
    sqlite: `CREATE TABLE accountant_download (
      sending_id TEXT NOT NULL,
      at INTEGER NOT NULL,
      peer TEXT NOT NULL,
      PRIMARY KEY (sending_id, at, peer)
    )`,
    mysql: `CREATE TABLE accountant_download (
      sending_id CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      at BIGINT NOT NULL,
      peer VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      PRIMARY KEY (sending_id, at, peer)
    )`,
  },
];
