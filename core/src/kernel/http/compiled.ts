import fastJsonStringify from 'fast-json-stringify';
import type { TSchema } from 'typebox';
import { checkOf, type Check, type Part } from './validators.ts';

type Write = (value: unknown) => string;

/**
 * What schemas are compiled to, kept by their text: the product is built anew whenever a plugin is switched, and its
 * schemas stay the same. One in a process.
 */
export class Compiled {
  readonly #checks = new Kept<Check>();
  readonly #writes = new Kept<Write>();

  check(part: Part, schema: TSchema): Check {
    const text = JSON.stringify(schema);
    return atFirstUse(() =>
      this.#checks.get(`${part} ${text}`, () => checkOf(part, JSON.parse(text) as TSchema)),
    );
  }

  write(schema: object): Write {
    const text = JSON.stringify(schema);
    return atFirstUse(() =>
      this.#writes.get(text, () => fastJsonStringify(JSON.parse(text) as never) as Write),
    );
  }
}

/** Most routes are not asked for between two starts. */
function atFirstUse<T>(make: () => (value: unknown) => T): (value: unknown) => T {
  let made: ((value: unknown) => T) | undefined;
  return (value) => (made ??= make())(value);
}

/** More than all routes have; what plugins that are gone have left behind goes first. */
const MOST = 3_000;

class Kept<T> {
  readonly #values = new Map<string, T>();

  get(key: string, make: () => T): T {
    const there = this.#values.get(key);
    if (there !== undefined) return there;
    const value = make();
    this.#values.set(key, value);
    if (this.#values.size > MOST) this.#values.delete(this.#values.keys().next().value as string);
    return value;
  }
}
