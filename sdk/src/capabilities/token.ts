/**
 * A capability is an interface that plugins provide and others call: "do this for me". The token names it and carries
 * its type. `many` tells whether several providers may be active at once (each found by its id) or exactly one.
 */
export type Capability<T> = {
  readonly name: string;
  readonly many: boolean;
  /** Only a type; never present. */
  readonly type?: T;
};
export const defineCapability = <T>(name: string, options: { many: boolean }): Capability<T> => ({
  name,
  many: options.many,
});

/** Last argument of capability methods that reach outside the process. */
export type Call = {
  /** The same for a repetition of the same effect: providers pass it on as idempotency key where the peer has one. */
  readonly key: string;
  readonly signal: AbortSignal;
};
