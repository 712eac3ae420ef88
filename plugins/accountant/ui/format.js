// @ts-check
/** @typedef {'it' | 'en' | string} Language */

/** @param {string} day `2026-10-31` */
export const date = (day) => day.split('-').reverse().join('/');

/** @param {number} cents @param {Language} language */
export const money = (cents, language) =>
  new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' }).format(cents / 100);

/** @param {number} at @param {Language} language */
export const moment = (at, language) =>
  new Intl.DateTimeFormat(language, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Rome',
  }).format(at);

/** @param {number} bytes @param {Language} language */
export const megabytes = (bytes, language) =>
  `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytes / 1_000_000)} MB`;

/**
 * First and last day of the month before the one that a day is in.
 * @param {string} day
 */
export function lastMonth(day) {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const plain = (/** @type {number} */ at) => new Date(at).toISOString().slice(0, 10);
  return { from: plain(Date.UTC(year, month - 2, 1)), to: plain(Date.UTC(year, month - 1, 0)) };
}
