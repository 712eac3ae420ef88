import type { App } from '../app.ts';
import type { Config } from '../kernel/config.ts';
import type { Output } from './output.ts';

export type Options = Readonly<
  Record<
    string,
    {
      readonly type: 'string' | 'boolean';
      readonly multiple?: boolean;
      readonly short?: string;
      readonly help: string;
    }
  >
>;
export type Values<O extends Options> = {
  readonly [K in keyof O]?: O[K]['type'] extends 'boolean'
    ? boolean
    : O[K]['multiple'] extends true
      ? string[]
      : string;
};
export type Arguments<O extends Options = Options> = {
  readonly values: Values<O>;
  readonly positionals: readonly string[];
  readonly safeMode: boolean;
};

/** One command of `traliccio`: what it is called, what it takes, and what it does with it. */
type Shape<O extends Options> = {
  /** As typed, words and all: `plugin list`. */
  readonly name: string;
  readonly summary: string;
  /** What comes after the name: `ID [--set KEY=VALUE]`. */
  readonly usage?: string;
  readonly options?: O;
};
type WithApp<O extends Options> = Shape<O> & {
  readonly needs: 'app';
  /** Resolves to the exit code; 0 when nothing is returned. */
  readonly run: (app: App, args: Arguments<O>, out: Output) => Promise<number | void>;
};
type WithConfig<O extends Options> = Shape<O> & {
  readonly needs: 'config';
  readonly run: (config: Config, args: Arguments<O>, out: Output) => Promise<number | void>;
};
export type Command<O extends Options = Options> = WithApp<O> | WithConfig<O>;

export const EXIT = { done: 0, failed: 1, tryAgain: 75, badConfiguration: 78 } as const;

/** Declares a command that works on the running product: database, plugins and all. */
export const appCommand = <const O extends Options>(command: Omit<WithApp<O>, 'needs'>): Command =>
  ({ ...command, needs: 'app' }) as unknown as Command;

/** Declares a command that must work before, or without, the product. */
export const configCommand = <const O extends Options>(command: Omit<WithConfig<O>, 'needs'>): Command =>
  ({ ...command, needs: 'config' }) as unknown as Command;
