import { formatDate, formatDecimal, type PriceChangeAnnounced } from '@traliccio/sdk';
import { page } from './templates/template.ts';

export type PriceChangeWords = PriceChangeAnnounced & {
  readonly customer: string;
  readonly issuer: string;
  /** How to reach the provider: telephone and address, as far as there are. */
  readonly contacts: string;
};
type Letter = { readonly subject: string; readonly paragraphs: readonly string[] };

/** What the law has customers told of a new price: which, from when, and that they may withdraw (art. 98-septies decies c. 5 D.Lgs. 259/2003). */
export function composePriceChange(
  language: 'it' | 'en',
  words: PriceChangeWords,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const { subject, paragraphs } = language === 'it' ? italian(words) : english(words);
  return {
    subject,
    text: `${paragraphs.join('\n\n')}\n`,
    html: page(language, paragraphs.map((one) => `<p>${escaped(one)}</p>`).join('\n')),
  };
}

const italian = (w: PriceChangeWords): Letter => {
  const price = (priceE8: number, vatIncluded: boolean): string =>
    `${euro(priceE8).replace('.', ',')} € (IVA ${vatIncluded ? 'inclusa' : 'esclusa'})`;
  return {
    subject: `Modifica del prezzo dal ${formatDate(w.effectiveOn)} - contratto ${w.contractCode}`,
    paragraphs: [
      `Gentile ${w.customer},`,
      `dal ${formatDate(w.effectiveOn)} cambia il prezzo del servizio "${w.plan}" del contratto ${w.contractCode}.`,
      `Prezzo attuale: ${price(w.oldPriceE8, w.oldVatIncluded)}\nNuovo prezzo: ${price(w.priceE8, w.vatIncluded)}\nDecorrenza: ${formatDate(w.effectiveOn)}`,
      `Se non accetta la modifica può recedere dal contratto senza penali né costi di disattivazione entro ${w.withdrawDays} giorni da questa comunicazione (art. 98-septies decies, comma 5, D.Lgs. 259/2003)${w.contacts === '' ? '.' : `: ${w.contacts}.`}`,
      `Cordiali saluti\n${w.issuer}`,
    ],
  };
};

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const english = (w: PriceChangeWords): Letter => {
  const day = longDate.format(new Date(`${w.effectiveOn}T00:00:00Z`));
  const price = (priceE8: number, vatIncluded: boolean): string =>
    `€${euro(priceE8)} (VAT ${vatIncluded ? 'included' : 'excluded'})`;
  return {
    subject: `New price from ${day} - contract ${w.contractCode}`,
    paragraphs: [
      `Dear ${w.customer},`,
      `from ${day} the price of "${w.plan}" in contract ${w.contractCode} changes.`,
      `Present price: ${price(w.oldPriceE8, w.oldVatIncluded)}\nNew price: ${price(w.priceE8, w.vatIncluded)}\nFrom: ${day}`,
      `If you don't accept it you may withdraw from the contract, without penalty or any cost of deactivation, within ${w.withdrawDays} days of this message (art. 98-septies decies, par. 5, D.Lgs. 259/2003)${w.contacts === '' ? '.' : `: ${w.contacts}.`}`,
      `Kind regards\n${w.issuer}`,
    ],
  };
};

/** Of a price in 1e-8 euro, with cents at least. */
const euro = (priceE8: number): string => formatDecimal(priceE8, 8, 2);
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>');
