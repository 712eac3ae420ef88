// @ts-check
import { ApiError, usePluginApi } from '@traliccio/sdk/ui';
import { h, resolveComponent } from 'vue';

export const api = usePluginApi('bank-statement');

const euro = new Intl.NumberFormat('it-IT', { style: 'currency', currency: 'EUR', useGrouping: 'always' });
const instant = new Intl.DateTimeFormat('it-IT', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Rome',
});

/** @param {number} amount */
export const money = (amount) => euro.format(amount / 100);
/** @param {string | null | undefined} day */
export const date = (day) => (day ? day.split('-').reverse().join('/') : '–');
/** @param {number} at */
export const moment = (at) => instant.format(at);

/** What was typed as an amount, in cents; undefined when it is none. @param {string} text */
export function cents(text) {
  const match = /^\s*(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{1,2}))?\s*€?\s*$/.exec(text);
  if (!match) return undefined;
  return Number((match[1] ?? '').replaceAll('.', '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}
/** An amount as it is typed. @param {number} amount */
export const typed = (amount) => `${Math.floor(amount / 100)},${String(amount % 100).padStart(2, '0')}`;

/**
 * A refusal in the operator's language, with what the server says of it: lines and numbers.
 * @param {unknown} error
 * @param {(key: string) => string} t
 * @param {(key: string) => boolean} te
 */
export function refusal(error, t, te) {
  if (!(error instanceof ApiError)) throw error;
  const key = `p.bank-statement.errors.${error.code.replaceAll('.', '_')}`;
  return te(key) ? { text: t(key), detail: error.message } : { text: error.message, detail: '' };
}

/** @param {{ text: string, detail: string } | undefined} said */
export const alert = (said) =>
  said
    ? h(
        resolveComponent('VAlert'),
        { type: 'error', variant: 'tonal', density: 'compact', role: 'alert' },
        () => [
          said.text,
          said.detail === '' ? null : h('div', { class: 'bank-statement-detail', lang: 'en' }, said.detail),
        ],
      )
    : null;
