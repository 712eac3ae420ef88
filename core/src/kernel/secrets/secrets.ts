import type { Clock, Sql, Tx } from '@traliccio/sdk';
import type { Config } from '../config.ts';
import { keyIdOf, openWith, sealWith, type MasterKey } from './envelope.ts';
import { createKeyFile, keyFileOf, newKey, wrong, type KeyFile } from './key-file.ts';
import { another, isTheSame, nextKeyId, readKeyRing, type KeyRing } from './key-ring.ts';
import { knownKeys, recordKey } from './key-table.ts';
import { SecretKeyUnknown, type SecretPlace } from './secret-errors.ts';

export type SecretsNeeds = {
  readonly config: Pick<Config, 'dataDir' | 'secretKeyFile'>;
  readonly sql: Sql;
  readonly clock: Clock;
};

/**
 * Seals secrets for the database, and opens them. Each has a data key of its own, which a master key wraps; the master
 * keys are in a file outside the database, and can be changed while processes run.
 */
export class Secrets {
  readonly #file: KeyFile;
  readonly #sql: Sql;
  readonly #clock: Clock;
  #ring: KeyRing | null = null;

  constructor({ config, sql, clock }: SecretsNeeds) {
    this.#file = keyFileOf(config);
    this.#sql = sql;
    this.#clock = clock;
  }

  /** Looks at the key file, before something is started that may need it. @throws BadConfiguration */
  async check(): Promise<void> {
    await this.#read(this.#sql);
  }

  /** In the transaction that stores it. The first time, the key file is made. @throws BadConfiguration */
  async seal(tx: Tx, place: SecretPlace, text: string): Promise<string> {
    // Read each time: another process may have made a new key the current one.
    const key = (await this.#read(tx)) ?? (await this.#create(tx));
    const known = await recordKey(tx, key, this.#clock.now());
    if (!isTheSame(key, known)) throw another(this.#file, key.id);
    if (known.retiredAt !== null)
      throw wrong(
        this.#file.path,
        `has a retired key, ${key.id}, in its first line: put the current one first`,
      );
    return sealWith(key, place, text);
  }

  /** Inside a transaction with its `sql`. @throws SecretDamaged, SecretKeyUnknown */
  async open(place: SecretPlace, sealed: string, sql: Sql = this.#sql): Promise<string> {
    const id = keyIdOf(place, sealed);
    const key = this.#ring?.keys.get(id) ?? (await this.#readAgain(sql))?.keys.get(id);
    if (!key) throw new SecretKeyUnknown(place, { id, file: this.#file.path });
    return openWith(key, place, sealed);
  }

  async #readAgain(sql: Sql): Promise<KeyRing | null> {
    await this.#read(sql);
    return this.#ring;
  }

  async #read(sql: Sql): Promise<MasterKey | null> {
    this.#ring = readKeyRing(this.#file, await knownKeys(sql));
    return this.#ring?.current ?? null;
  }

  async #create(tx: Tx): Promise<MasterKey> {
    const used = (await knownKeys(tx)).map((one) => one.id);
    createKeyFile(this.#file.path, newKey(nextKeyId(used)));
    return (await this.#read(tx))!;
  }
}
