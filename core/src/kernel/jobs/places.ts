import { RetryLater } from '@traliccio/sdk';

type Waiting = { readonly start: () => void };

export type PlacesOptions = {
  /** What it is that takes a place, for the error. */
  readonly what: string;
  readonly atOnce: number;
  readonly waiting: number;
};

/** So many pieces of heavy work at a time, and so many that wait; more are told to come again. */
export class Places {
  readonly #options: PlacesOptions;
  readonly #waiting: Waiting[] = [];
  #taken = 0;

  constructor(options: PlacesOptions) {
    this.#options = options;
  }

  /**
   * Runs `work` when there is a place. Who gives up keeps no place in the queue; work that has begun keeps its place
   * until it has ended, whether somebody still waits for it or not.
   * @throws RetryLater when too many wait, or `signal` ends first
   */
  async run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await this.#take(signal);
    const result = work().finally(() => this.#leave());
    return untilAborted(result, signal);
  }

  async #take(signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw gone();
    if (this.#taken < this.#options.atOnce) {
      this.#taken += 1;
      return;
    }
    const { what, waiting } = this.#options;
    if (this.#waiting.length >= waiting)
      throw new RetryLater(`too many ${what} are asked for at once: try again soon`, { afterSeconds: 2 });
    await new Promise<void>((resolve, reject) => {
      const one: Waiting = {
        start: () => {
          signal.removeEventListener('abort', giveUp);
          resolve();
        },
      };
      const giveUp = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(one), 1);
        reject(gone());
      };
      signal.addEventListener('abort', giveUp, { once: true });
      this.#waiting.push(one);
    });
  }

  /** The place goes on to who has waited longest. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next.start();
    else this.#taken -= 1;
  }
}

const gone = (): RetryLater => new RetryLater('whoever asked is gone');

async function untilAborted<T>(result: Promise<T>, signal: AbortSignal): Promise<T> {
  let giveUp = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    giveUp = () => reject(gone());
    signal.addEventListener('abort', giveUp, { once: true });
  });
  try {
    return await Promise.race([result, aborted]);
  } finally {
    signal.removeEventListener('abort', giveUp);
    result.catch(() => undefined);
  }
}
