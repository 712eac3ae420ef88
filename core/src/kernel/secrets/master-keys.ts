import { Conflict, NotFound, type Actor, type Clock, type Instant, type Sql, type Tx } from '@traliccio/sdk';
import type { Audit } from '../audit/audit.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { MasterKey } from './envelope.ts';
import { createKeyFile, keyFileOf, newKey, readKeyFile, replaceKeyFile, type KeyFile } from './key-file.ts';
import { isTheSame, nextKeyId, readKeyRing, type KeyRing } from './key-ring.ts';
import { knownKeys, markRetired, recordKey } from './key-table.ts';
import { rewrapAll, type Rewrapped } from './rewrap-all.ts';
import { countByKey, eachPage, replaceCell } from './sealed-cells.ts';
import { SEALED_COLUMNS, withoutKey, type SealedColumn } from './sealed-columns.ts';

export type KeyStatus = {
  readonly id: string;
  readonly isCurrent: boolean;
  readonly isInFile: boolean;
  /** When it was first used. */
  readonly createdAt: Instant | null;
  readonly retiredAt: Instant | null;
  /** Secrets that are sealed with it. */
  readonly values: number;
};

/** `isNew` is false when an earlier rotation had not come to its end: then this was its rest. */
export type Rotated = Rewrapped & { readonly current: string; readonly isNew: boolean };

export type MasterKeysNeeds = {
  readonly config: Pick<Config, 'dataDir' | 'secretKeyFile'>;
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly columns?: readonly SealedColumn[];
};

const LOCK = 'traliccio_secret_keys';

/** Changes master keys while other processes read and write: each finds the new key in the file when it needs it. */
export class MasterKeys {
  readonly #needs: MasterKeysNeeds;
  readonly #file: KeyFile;
  readonly #columns: readonly SealedColumn[];

  constructor(needs: MasterKeysNeeds) {
    this.#needs = needs;
    this.#file = keyFileOf(needs.config);
    this.#columns = needs.columns ?? SEALED_COLUMNS;
  }

  async show(sql: Sql = this.#needs.database.sql): Promise<KeyStatus[]> {
    const known = await knownKeys(sql);
    const inFile = readKeyFile(this.#file.path) ?? [];
    const counts = await countByKey(sql, this.#columns);
    const ids = new Set([...known.map((k) => k.id), ...inFile.map((k) => k.id), ...counts.keys()]);
    return [...ids].map((id) => {
      const one = known.find((k) => k.id === id);
      return {
        id,
        isCurrent: inFile[0]?.id === id,
        isInFile: inFile.some((k) => k.id === id && (!one || isTheSame(k, one))),
        createdAt: one?.createdAt ?? null,
        retiredAt: one?.retiredAt ?? null,
        values: counts.get(id) ?? 0,
      };
    });
  }

  /** Makes a new key the current one and wraps all with it; or ends what an earlier rotation left. @throws BadConfiguration */
  async rotate(actor: Actor, progress: (rewrapped: number) => void = () => undefined): Promise<Rotated> {
    const { ring, isNew } = await this.#begin(actor);
    const options = { columns: this.#columns, ring, file: this.#file.path, progress };
    return { current: ring.current.id, isNew, ...(await rewrapAll(this.#needs.database, options)) };
  }

  /** Takes a key that nothing needs any more out of the file. @throws NotFound, Conflict */
  async retire(id: string, actor: Actor): Promise<void> {
    await this.#locked(async (tx) => {
      const { isCurrent, retiredAt } = await this.#find(tx, id);
      if (isCurrent)
        throw new Conflict('key.current', `${id} is the current key: "traliccio keys rotate" makes another`);
      // Marked before the count: whoever seals something meanwhile waits for this, and then finds it retired.
      await markRetired(tx, id, this.#needs.clock.now());
      const values = (await countByKey(tx, this.#columns)).get(id) ?? 0;
      if (values > 0)
        throw new Conflict(
          'key.in_use',
          `${values} secrets are sealed with the key ${id}: "traliccio keys rotate" seals them with the current one`,
        );
      if (retiredAt === null) await this.#record(tx, actor, { action: 'keys.retired', detail: { id } });
    });
    await this.#locked(async () => this.#removeFromFile(id));
  }

  /** Gives up the secrets of a key that is lost, so that others can be given. @returns how many. @throws NotFound, Conflict */
  async discard(id: string, actor: Actor): Promise<number> {
    return this.#locked(async (tx) => {
      const { values, isInFile } = await this.#find(tx, id);
      if (isInFile)
        throw new Conflict('key.not_lost', `${this.#file.path} has the key ${id}: its secrets can be opened`);
      for (const column of this.#columns)
        await eachPage(
          column,
          (work) => work(tx),
          async (_, cells) => {
            for (const cell of cells) await replaceCell(tx, column, cell, withoutKey(column, cell.text, id));
          },
        );
      await markRetired(tx, id, this.#needs.clock.now());
      await this.#record(tx, actor, { action: 'keys.discarded', detail: { id, values } });
      return values;
    });
  }

  /** The file first, then the database: a key that is only in the file has sealed nothing yet. */
  async #begin(actor: Actor): Promise<{ ring: KeyRing; isNew: boolean }> {
    // The transaction may be run again: with the same key.
    let made: MasterKey | undefined;
    return this.#locked(async (tx) => {
      const now = this.#needs.clock.now();
      const known = await knownKeys(tx);
      const ring = readKeyRing(this.#file, known);
      if (ring && !made && (await this.#hasOthers(tx, ring.current.id))) {
        await recordKey(tx, ring.current, now);
        return { ring, isNew: false };
      }
      made ??= newKey(nextKeyId([...known.map((one) => one.id), ...(ring?.keys.keys() ?? [])]));
      if (!ring) createKeyFile(this.#file.path, made);
      else if (!ring.keys.has(made.id)) replaceKeyFile(this.#file.path, [made, ...ring.keys.values()]);
      await recordKey(tx, made, now);
      await this.#record(tx, actor, { action: 'keys.rotated', detail: { id: made.id } });
      return { ring: readKeyRing(this.#file, await knownKeys(tx))!, isNew: true };
    });
  }

  async #hasOthers(tx: Tx, current: string): Promise<boolean> {
    return [...(await countByKey(tx, this.#columns)).keys()].some((id) => id !== current);
  }

  #removeFromFile(id: string): void {
    const keys = readKeyFile(this.#file.path) ?? [];
    const rest = keys.filter((key) => key.id !== id);
    if (rest.length < keys.length) replaceKeyFile(this.#file.path, rest);
  }

  async #find(tx: Tx, id: string): Promise<KeyStatus> {
    const found = (await this.show(tx)).find((one) => one.id === id);
    if (!found)
      throw new NotFound('key.not_found', `there is no key ${id}: "traliccio keys show" lists them`);
    return found;
  }

  /** One process at a time: two that replace the file at once would lose a key. */
  #locked<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const { database } = this.#needs;
    return database.withLock(LOCK, () => database.transaction(work));
  }

  #record(tx: Tx, actor: Actor, { action, detail }: { action: string; detail: object }): Promise<void> {
    return this.#needs.audit.record(tx, { actor, action, entity: 'secret_key', entityId: 0, detail });
  }
}
