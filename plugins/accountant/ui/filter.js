// @ts-check
/**
 * @typedef {{ from: string, to: string, kind: string, customerKind: string, series: string, pdf: boolean }} Filter
 * @typedef {{ today: string, addresses: string[], cadence: string, next: { on: string, from: string, to: string } | null,
 *   maxMegabytes: number, canMail: boolean, canLink: boolean }} Plan
 */

/** @param {Filter} filter */
export const isUsable = ({ from, to, series }) =>
  from !== '' && to !== '' && to >= from && /^[A-Za-z0-9]{0,8}$/.test(series);

/** As the plugin's routes take it. @param {Filter} filter */
export const asked = ({ from, to, kind, customerKind, series, pdf }) => ({
  from,
  to,
  pdf,
  ...(kind === 'all' ? {} : { kind }),
  ...(customerKind === 'all' ? {} : { customerKind }),
  ...(series === '' ? {} : { series }),
});
