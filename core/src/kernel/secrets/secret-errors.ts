import { TraliccioError } from '@traliccio/sdk';
import { BadConfiguration } from '../bad-configuration.ts';

/** Where a sealed value is kept. It is bound to it: copied elsewhere, it can't be opened. */
export type SecretPlace = {
  readonly table: string;
  /** With the path inside it, where the column holds JSON: `settings.password`. */
  readonly column: string;
  readonly row: string | number;
};

/** A sealed value is not the one that was stored in this place. */
export class SecretDamaged extends TraliccioError {
  constructor(place: SecretPlace, cause?: unknown) {
    super(
      'secret.damaged',
      `the secret ${textOf(place)} is not as it was stored there, so it can't be opened: give it again`,
      { cause },
    );
  }
}

/** A sealed value needs a master key that the file doesn't have. */
export class SecretKeyUnknown extends BadConfiguration {
  constructor(place: SecretPlace, missing: { readonly id: string; readonly file: string }) {
    super(
      'secret.key_unknown',
      `the secret ${textOf(place)} needs the key ${missing.id}, which ${missing.file} doesn't have: all processes need the same file, so copy it from where that key was made (SECRET_KEY_FILE says where it is)`,
      { field: 'SECRET_KEY_FILE' },
    );
  }
}

/** What a value is bound to: `plugin:settings.password:mail-smtp`. */
export const nameOfPlace = ({ table, column, row }: SecretPlace): string => `${table}:${column}:${row}`;

const textOf = ({ table, column, row }: SecretPlace): string => `${column} of ${table} ${row}`;
