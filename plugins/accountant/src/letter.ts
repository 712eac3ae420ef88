import { formatDate, type Instant, type IssuerView, dateAt } from '@traliccio/sdk';
import type { Completeness } from './completeness.ts';
import { completenessLines, periodText } from './completeness-files.ts';
import type { PackageFilter } from './filter.ts';

export type Letter = { readonly subject: string; readonly text: string };
type About = {
  readonly filter: PackageFilter;
  readonly found: Completeness;
  readonly issuer: IssuerView;
  /** Where it is downloaded; null when it is attached. */
  readonly link: { readonly address: string; readonly until: Instant } | null;
};

/** The mail to the accountant, who is told first what is missing. */
export function letter({ filter, found, issuer, link }: About): Letter {
  const how = link
    ? [
        `Il pacchetto si scarica da questo indirizzo, fino al ${formatDate(dateAt(link.until, 'Europe/Rome'))}:`,
        link.address,
      ]
    : ['Il pacchetto è allegato.'];
  return {
    subject: `Documenti fiscali ${periodText(filter)} - ${issuer.name}`,
    text: [
      ...completenessLines(found, filter),
      '',
      ...how,
      'Contiene XML, registro IVA delle vendite e un indice con lo SHA-256 di ogni file.',
      '',
      issuer.name,
      `P.IVA ${issuer.vatNumber}`,
      '',
    ].join('\n'),
  };
}
