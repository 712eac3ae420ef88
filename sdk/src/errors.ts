/**
 * Errors carry a stable `code` (documented in `docs/reference/errors.md`) and a message that says what happened, to
 * what, and what to do. `field` is the path of the input at fault, where there is one.
 */
export class TraliccioError extends Error {
  readonly code: string;
  readonly field: string | undefined;
  constructor(code: string, message: string, options: { field?: string | undefined; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.field = options.field;
  }
}

/** Input that can't be accepted as it is: the caller must change it. */
export class Invalid extends TraliccioError {}
/** What was asked for doesn't exist. */
export class NotFound extends TraliccioError {}
/** The state of things forbids it now (a document already issued, a version that moved on). */
export class Conflict extends TraliccioError {}

/**
 * A capability or an event handler could not do it *now*, and nothing has gone out: try again later.
 * `afterSeconds` asks for a least delay; without it the caller's back-off decides.
 */
export class RetryLater extends TraliccioError {
  readonly afterSeconds: number | undefined;
  constructor(message: string, options: { afterSeconds?: number; cause?: unknown } = {}) {
    super('retry_later', message, options);
    this.afterSeconds = options.afterSeconds;
  }
}

/** Asked too often: the limit lifts after so many seconds. */
export class TooMany extends TraliccioError {
  readonly afterSeconds: number;
  constructor(code: string, message: string, options: { afterSeconds: number; field?: string }) {
    super(code, message, options);
    this.afterSeconds = options.afterSeconds;
  }
}

/** It was refused for good (a mailbox that doesn't exist, a document that is not valid): trying again won't help. */
export class Refused extends TraliccioError {}

/** It may have gone out: nobody knows. Never repeated blindly where a repetition costs money. */
export class Unknown extends TraliccioError {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super('unknown_outcome', message, options);
  }
}
