import type { Finding, PlainDate } from '@traliccio/sdk';
import type { Body, Fattura } from '../fattura.ts';

/**
 * One control of SDI's list ("Elenco controlli" 2.0), or an advice of ours (`W...`).
 *
 * `offline` says how much of it can be told before sending: `yes`, `partly` (`note` says which part), or `no` (`note`
 * says what only SDI knows). A rule without `check` that isn't `no` is checked elsewhere: `note` says where.
 */
export type Rule = {
  readonly code: string;
  readonly offline: 'yes' | 'partly' | 'no';
  readonly severity: Finding['severity'];
  /** What it asks for, in Italian, for the documentation. */
  readonly title: string;
  readonly note?: string;
  readonly check?: Check;
};

/** `header` looks at the file once, `body` at each document in it. */
export type Check =
  | { readonly header: (fattura: Fattura, report: Report) => void }
  | { readonly body: (subject: Subject, report: Report) => void };

export type Subject = {
  readonly body: Body;
  readonly fattura: Fattura;
  /** The day on which SDI receives the file, in Italy. */
  readonly received: PlainDate;
};

/** Tells that the rule is broken: where, and what is wrong and what to do, in Italian. */
export type Report = (path: string, message: string) => void;
