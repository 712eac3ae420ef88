import { formatDate, formatEuro } from '@traliccio/sdk';
import type { Completeness, Gap } from './completeness.ts';
import { csvDate, csvFile, csvText } from './csv.ts';
import type { PackageFilter } from './filter.ts';

export const periodText = ({ from, to }: Pick<PackageFilter, 'from' | 'to'>): string =>
  `dal ${formatDate(from)} al ${formatDate(to)}`;

/** @example gapText({ series: 'A', year: 2026, from: 12, to: 14 }) // 'serie A del 2026: da 12 a 14' */
export const gapText = ({ series, year, from, to }: Gap): string =>
  `serie ${series} del ${year}: ${from === to ? from : `da ${from} a ${to}`}`;

/** What the accountant should know first, in a few lines. */
export function completenessLines(found: Completeness, filter: PackageFilter): string[] {
  const { invoices, creditNotes, net, vat, total, gaps, withoutXml } = found;
  return [
    `Documenti emessi ${periodText(filter)}: ${invoices} fatture, ${creditNotes} note di credito.`,
    `Imponibile ${formatEuro(net)}, imposta ${formatEuro(vat)}, totale ${formatEuro(total)} (note di credito in meno).`,
    '',
    ...listed('Numeri mancanti', gaps.map(gapText)),
    ...listed(
      'Documenti senza XML',
      withoutXml.map(({ numberText, date }) => `${numberText} del ${formatDate(date)}`),
    ),
    'Scartati dal SdI o senza risposta: non noti, la trasmissione al SdI non è collegata.',
  ];
}

const listed = (what: string, items: readonly string[]): string[] =>
  items.length === 0 ? [`${what}: nessuno.`] : [`${what}:`, ...items.map((item) => `- ${item}`)];

export function completenessCsv({ gaps, withoutXml }: Completeness): Uint8Array {
  return csvFile([
    ['problema', 'serie', 'anno', 'dal numero', 'al numero', 'documento', 'data'],
    ...gaps.map(({ series, year, from, to }) => [
      'numero mancante',
      series,
      String(year),
      String(from),
      String(to),
      '',
      '',
    ]),
    ...withoutXml.map(({ numberText, date }) => [
      'senza XML',
      '',
      '',
      '',
      '',
      csvText(numberText),
      csvDate(date),
    ]),
  ]);
}
