import { messageOf } from '../thrown.ts';
import { inTime } from './in-time.ts';

/** A plugin that does not stop is left behind: the process must end all the same. */
const STOP_TIMEOUT = 3_000;

/** What a plugin has registered, to be undone in reverse; after that nothing can be added. */
export class Registrations {
  readonly #undo: (() => void | Promise<void>)[] = [];
  readonly #timeoutMs: number;
  #isOver = false;

  constructor(timeoutMs = STOP_TIMEOUT) {
    this.#timeoutMs = timeoutMs;
  }

  add(undo: () => void | Promise<void>): void {
    if (!this.#isOver) return void this.#undo.push(undo);
    // A set-up that took too long goes on by itself: what it registers now is taken away at once.
    void (async () => undo())().catch(() => undefined);
  }

  /** @returns what went wrong meanwhile */
  async undoAll(): Promise<string[]> {
    this.#isOver = true;
    const errors: string[] = [];
    for (const undo of this.#undo.splice(0).reverse()) {
      try {
        await inTime(this.#timeoutMs, undo, (seconds) => new Error(`it did not stop within ${seconds} s`));
      } catch (error) {
        errors.push(messageOf(error));
      }
    }
    return errors;
  }
}
