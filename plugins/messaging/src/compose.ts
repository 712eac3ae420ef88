import { type DocumentView, plainSms } from '@traliccio/sdk';
import { Liquid, type Template } from 'liquidjs';
import { english } from './templates/english.ts';
import { italian } from './templates/italian.ts';
import type { Templates } from './templates/template.ts';
import { valuesOf } from './values.ts';

export type Composed = { readonly subject: string; readonly text: string; readonly html: string };

/** The mail that goes with a document, in the customer's language. */
export function compose(document: DocumentView): Composed {
  const { subject, text, html } = TEMPLATES[document.customer.language][document.kind];
  const values = valuesOf(document);
  return {
    subject: oneLine(plain.renderSync(subject, values) as string),
    text: tidy(plain.renderSync(text, values) as string),
    html: tidy(markup.renderSync(html, values) as string),
  };
}

/** The SMS about an invoice, in characters that cost least. */
export function composeSms(document: DocumentView): string {
  const { sms } = TEMPLATES[document.customer.language];
  return plainSms(oneLine(plain.renderSync(sms, valuesOf(document)) as string));
}

/** What no header and no SMS can have is dropped, so that a name never keeps an invoice from going out. */
export const oneLine = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .toWellFormed()
    .trim();

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
const mailOf = ({ subject, text, html }: Templates['invoice']): Parsed => ({
  subject: plain.parse(subject),
  text: plain.parse(text),
  html: markup.parse(html),
});
const parsed = ({ invoice, credit_note, sms }: Templates) => ({
  invoice: mailOf(invoice),
  credit_note: mailOf(credit_note),
  sms: plain.parse(sms),
});
const TEMPLATES = { it: parsed(italian), en: parsed(english) } as const;

/** Parts that don't apply leave empty lines. */
const tidy = (text: string): string => `${text.replaceAll(/\n{3,}/g, '\n\n').trim()}\n`;
