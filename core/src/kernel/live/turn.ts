/** What one waits for between two looks. A call that comes during a look is not lost: the next look follows at once. */
export class Turn {
  #isDue = false;
  #wake: (() => void) | undefined;

  /** A look begins: what is told from here on needs another. */
  begin(): void {
    this.#isDue = false;
  }

  come(): void {
    this.#isDue = true;
    this.#wake?.();
  }

  /** Until there is need of another look, or all is over. */
  next(signal: AbortSignal): Promise<void> {
    if (this.#isDue || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      this.#wake = () => {
        this.#wake = undefined;
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const wake = this.#wake;
      signal.addEventListener('abort', wake, { once: true });
    });
  }
}
