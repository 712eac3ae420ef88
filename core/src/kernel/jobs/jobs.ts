import { NotFound } from '@traliccio/sdk';

/** Arguments, progress and results cross threads: plain data. */
export type JobContext = {
  /** Tells whoever waits how far it is. */
  readonly progress: (progress: JobProgress) => void;
};
export type JobProgress = { readonly done: number; readonly total: number; readonly what: string };
export type JobHandler = (args: unknown, context: JobContext) => Promise<unknown>;

/** What can be run by name, in this thread or in one of its own. */
export class Jobs {
  readonly #handlers = new Map<string, JobHandler>();

  register<A, R>(kind: string, handler: (args: A, context: JobContext) => Promise<R>): void {
    if (this.#handlers.has(kind)) throw new TypeError(`job ${kind} is registered twice`);
    this.#handlers.set(kind, handler as JobHandler);
  }

  kinds(): readonly string[] {
    return [...this.#handlers.keys()].sort();
  }

  /** Runs it in this thread: only for what asks no filters, or in tests. */
  async execute(kind: string, args: unknown, context: JobContext): Promise<unknown> {
    const handler = this.#handlers.get(kind);
    if (!handler)
      throw new NotFound('job.not_found', `there is no job ${kind}: there are ${this.kinds().join(', ')}`);
    return handler(args, context);
  }
}
