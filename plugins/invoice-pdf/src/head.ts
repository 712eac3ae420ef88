import { type Address, formatDate, formatEuro, type IssuerView, type PartyView } from '@traliccio/sdk';
import type { DocumentView } from '@traliccio/sdk';
import type { Logo } from './logo.ts';
import { FAINT, type Paper, type Tag } from './paper.ts';
import { title } from './words.ts';

const GAP = 20;

/** Who issues it, beside what it is. */
export function drawHead(paper: Paper, { issuer, ...document }: DocumentView, logo: Logo | null): void {
  const half = paper.width / 2;
  const top = paper.y;
  paper.artifact(() => paper.doc.rect(0, 0, 596, 6).fill(paper.color));
  const { name, number } = title({ issuer, ...document });
  paper.group(paper.root, 'Sect', (section) => {
    const right = { x: paper.left + half + GAP, width: half - GAP, align: 'right' } as const;
    paper.y += paper.text(section, 'H1', name, { ...right, size: 19, bold: true, color: paper.color });
    paper.y += paper.text(section, 'P', `${number} del ${formatDate(document.date)}`, {
      ...right,
      size: 12,
      bold: true,
    });
    if (document.revision > 0)
      paper.y += paper.text(section, 'P', `revisione ${document.revision}`, { ...right, color: FAINT });
  });
  const below = paper.y;
  paper.y = top;
  paper.group(paper.root, 'Sect', (section) => drawIssuer(paper, section, issuer, logo, half));
  paper.y = Math.max(paper.y, below) + 18;
}

function drawIssuer(paper: Paper, section: Tag, issuer: IssuerView, logo: Logo | null, width: number): void {
  const at = { x: paper.left, width };
  if (logo) paper.y += paper.logo(section, logo, issuer.name, [170, 52]) + 8;
  paper.y += paper.text(section, 'P', issuer.name, { ...at, size: logo ? 10 : 15, bold: true });
  const small = { ...at, size: 8, color: FAINT };
  const lines = issuerLines(issuer).flatMap((line) => paper.wrap(line, width, small));
  paper.y += paper.write(section, 'P', lines, small);
}

function issuerLines(issuer: IssuerView): string[] {
  const { rea, vatCountry, vatNumber, taxCode, phone, email, website } = issuer;
  const codes =
    taxCode === vatNumber
      ? `P. IVA e C.F. ${vatCountry}${vatNumber}`
      : `P. IVA ${vatCountry}${vatNumber} · C.F. ${taxCode}`;
  const register = rea && [
    `REA ${rea.office} ${rea.number}`,
    ...(rea.shareCapital === null ? [] : [`cap. soc. ${formatEuro(rea.shareCapital)}`]),
    ...(rea.socioUnico === 'SU' ? ['socio unico'] : []),
    ...(rea.liquidazione === 'LS' ? ['in liquidazione'] : []),
  ];
  const reach = [phone && `Tel. ${phone}`, email].filter(Boolean);
  return [
    addressLine(issuer.address),
    codes,
    register?.join(' · ') ?? '',
    reach.join(' · '),
    website ?? '',
  ].filter(Boolean);
}

/** The customer, and beside it what he looks for first: how much and until when. */
export function drawCustomer(paper: Paper, customer: PartyView): void {
  const x = paper.left + paper.width / 2 + GAP;
  const at = { x, width: paper.right - x };
  paper.group(paper.root, 'Sect', (section) => {
    paper.y += paper.text(section, 'H2', 'Spett.le cliente', { ...at, size: 8, color: FAINT });
    paper.y += 1 + paper.text(section, 'P', customer.name, { ...at, size: 11, bold: true });
    const lines = [...addressLines(customer.address), ...customerCodes(customer)];
    paper.y += paper.write(
      section,
      'P',
      lines.flatMap((line) => paper.wrap(line, at.width)),
      at,
    );
  });
}

function customerCodes({
  taxCode,
  vatCountry,
  vatNumber,
  codiceDestinatario,
  pec,
  code,
}: PartyView): string[] {
  return [
    ...(vatNumber ? [`P. IVA ${vatCountry ?? ''}${vatNumber}`] : []),
    ...(taxCode ? [`C.F. ${taxCode}`] : []),
    ...(/^(0000000|XXXXXXX)$/.test(codiceDestinatario) ? [] : [`Codice destinatario ${codiceDestinatario}`]),
    ...(pec ? [`PEC ${pec}`] : []),
    `Codice cliente ${code}`,
  ];
}

const streetOf = ({ street, houseNumber }: Address): string =>
  [street, houseNumber].filter(Boolean).join(' ');
const townOf = ({ postcode, city, province }: Address): string =>
  `${postcode} ${city}${province ? ` (${province})` : ''}`;
const addressLine = (address: Address): string => `${streetOf(address)} · ${townOf(address)}`;
const addressLines = (address: Address): string[] => [
  streetOf(address),
  townOf(address),
  ...(address.country === 'IT'
    ? []
    : [new Intl.DisplayNames(['it'], { type: 'region' }).of(address.country) ?? address.country]),
];
