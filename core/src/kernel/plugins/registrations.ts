/** What a plugin has registered, to be undone in reverse; after that nothing can be added. */
export class Registrations {
  readonly #undo: (() => void | Promise<void>)[] = [];
  #isOver = false;

  add(undo: () => void | Promise<void>): void {
    if (!this.#isOver) return void this.#undo.push(undo);
    // A set-up that took too long goes on by itself: what it registers now is taken away at once.
    void Promise.resolve(undo()).catch(() => undefined);
  }

  /** @returns what went wrong meanwhile */
  async undoAll(): Promise<unknown[]> {
    this.#isOver = true;
    const errors: unknown[] = [];
    for (const undo of this.#undo.splice(0).reverse()) {
      try {
        await undo();
      } catch (error) {
        errors.push(error);
      }
    }
    return errors;
  }
}
