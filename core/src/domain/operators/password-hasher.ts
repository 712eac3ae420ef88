import { createHash } from 'node:crypto';
import bcrypt from 'bcrypt';
import { RetryLater } from '@traliccio/sdk';

const COST = 12;
/** Of the four threads that files and look-ups need too. */
const PARALLEL = 2;
/** Whoever comes behind these waits longer than a browser does. */
const QUEUE = 40;
/** Keeps hashes made here from being of use anywhere else, and those from elsewhere here. */
const LABEL = 'traliccio operator password 1\0';
const SALT_AND_HASH = 53;

/**
 * Hashes passwords and compares them, slowly by intent, and only so many at once. bcrypt reads 72 bytes and stops at a
 * zero, so it gets a digest of fixed length of the password instead of the password.
 */
export class PasswordHasher {
  readonly #cost: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /** A lower cost is for tests. */
  constructor(cost = COST) {
    this.#cost = cost;
  }

  async hash(password: string): Promise<string> {
    return this.#inTurn(() => bcrypt.hash(digestOf(password), this.#cost));
  }

  /** Takes as long without a hash: for operators that don't exist. */
  async verify(password: string, hash: string | null): Promise<boolean> {
    const isRight = await this.#inTurn(() => bcrypt.compare(digestOf(password), hash ?? this.#nobodys()));
    return isRight && hash !== null && password.isWellFormed();
  }

  /** @throws RetryLater when too many wait already */
  refuseWhenFull(): void {
    if (this.#waiting.length >= QUEUE)
      throw new RetryLater('too many people log in at this moment: try again in some seconds', {
        afterSeconds: 5,
      });
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= PARALLEL) {
      this.refuseWhenFull();
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#running++;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }

  #nobodys(): string {
    return `$2b$${String(this.#cost).padStart(2, '0')}$${'.'.repeat(SALT_AND_HASH)}`;
  }
}

/** 64 characters. The same letters are the same password, whether a keyboard composes their accents or not. */
const digestOf = (password: string): string =>
  createHash('sha384').update(LABEL).update(password.normalize('NFC'), 'utf8').digest('base64');
