import type { DocumentView } from '@traliccio/sdk';
import { Liquid, type Template } from 'liquidjs';
import { english } from './templates/english.ts';
import { italian } from './templates/italian.ts';
import type { MessageTemplate } from './templates/template.ts';
import { valuesOf } from './values.ts';

export type Composed = { readonly subject: string; readonly text: string; readonly html: string };

/** The message that goes with a document, in the customer's language. */
export function compose(document: DocumentView): Composed {
  const { subject, text, html } = TEMPLATES[document.customer.language][document.kind];
  const values = valuesOf(document);
  return {
    subject: oneLine(plain.renderSync(subject, values) as string),
    text: tidy(plain.renderSync(text, values) as string),
    html: tidy(markup.renderSync(html, values) as string),
  };
}

const LIMITS = {
  ownPropertyOnly: true,
  strictVariables: true,
  strictFilters: true,
  renderLimit: 1000,
  memoryLimit: 1e6,
};
const plain = new Liquid(LIMITS);
const markup = new Liquid({ ...LIMITS, outputEscape: 'escape' });

type Parsed = { readonly subject: Template[]; readonly text: Template[]; readonly html: Template[] };
const parse = ({ subject, text, html }: MessageTemplate): Parsed => ({
  subject: plain.parse(subject),
  text: plain.parse(text),
  html: markup.parse(html),
});
const TEMPLATES = {
  it: { invoice: parse(italian.invoice), credit_note: parse(italian.credit_note) },
  en: { invoice: parse(english.invoice), credit_note: parse(english.credit_note) },
} as const;

/** A subject is a header: what can't be in one is dropped here, so that a name never keeps an invoice from going out. */
const oneLine = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
/** Parts that don't apply leave empty lines. */
const tidy = (text: string): string => `${text.replaceAll(/\n{3,}/g, '\n\n').trim()}\n`;
