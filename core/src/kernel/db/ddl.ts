/** Column types by what they hold, so that one definition serves both databases. */
export type Types = {
  readonly dialect: 'sqlite' | 'mysql';
  /** Auto-incremented primary key. */
  readonly id: string;
  /** Id of another row, or any other integer: cents, 1e-8 euro, milliseconds. */
  readonly int: string;
  /** An integer that four bytes hold: worth it where it stands in each row of a key. */
  readonly small: string;
  /** 0 or 1. */
  readonly bool: string;
  /** `YYYY-MM-DD`, compared as text. */
  readonly date: string;
  /** Short ASCII code, compared byte by byte. */
  readonly code: (length: number) => string;
  /** Text that people write. */
  readonly text: (length: number) => string;
  /** Long text and JSON. */
  readonly long: string;
  readonly blob: string;
  /** Closes CREATE TABLE. */
  readonly end: string;
};

export function typesOf(dialect: 'sqlite' | 'mysql'): Types {
  return dialect === 'sqlite'
    ? {
        dialect,
        id: 'INTEGER PRIMARY KEY AUTOINCREMENT',
        int: 'INTEGER',
        small: 'INTEGER',
        bool: 'INTEGER',
        date: 'TEXT',
        code: () => 'TEXT',
        text: () => 'TEXT',
        long: 'TEXT',
        blob: 'BLOB',
        end: '',
      }
    : {
        dialect,
        id: 'BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY',
        int: 'BIGINT',
        small: 'INT',
        bool: 'TINYINT',
        date: 'CHAR(10) CHARACTER SET ascii COLLATE ascii_bin',
        code: (length) => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`,
        text: (length) => `VARCHAR(${length})`,
        long: 'LONGTEXT',
        blob: 'LONGBLOB',
        end: ' ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin',
      };
}
