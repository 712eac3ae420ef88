import type { DatiAnagrafici, Fattura, IdFiscale } from '../fattura.ts';
import { isCodiceFiscale, isPartitaIva } from '../tax-ids.ts';
import type { Report, Rule } from './rule.ts';

/** Who sends, sells and buys: identifiers and addressing. */
export const partyRules: readonly Rule[] = [
  {
    code: '00300',
    offline: 'partly',
    severity: 'error',
    title: 'Il codice del trasmittente è un codice fiscale valido',
    note: 'checksum; its existence in the Anagrafe tributaria is not checked',
    check: {
      header({ FatturaElettronicaHeader: { DatiTrasmissione: sent } }, report) {
        const { IdPaese, IdCodice } = sent.IdTrasmittente;
        if (IdPaese === 'IT' && !isCodiceFiscale(IdCodice))
          report(
            'DatiTrasmissione/IdTrasmittente/IdCodice',
            `"${IdCodice}" non è un codice fiscale valido: correggere il codice del trasmittente`,
          );
      },
    },
  },
  {
    code: '00301',
    offline: 'partly',
    severity: 'error',
    title: 'La partita IVA di chi emette è valida',
    note: 'checksum; existence and cessation are not checked',
    check: { header: (f, report) => vatNumber('CedentePrestatore', seller(f), report) },
  },
  {
    code: '00302',
    offline: 'partly',
    severity: 'error',
    title: 'Il codice fiscale di chi emette è valido',
    note: 'checksum; existence is not checked',
    check: { header: (f, report) => taxCode('CedentePrestatore', seller(f), report) },
  },
  {
    code: '00303',
    offline: 'partly',
    severity: 'error',
    title: 'La partita IVA del rappresentante fiscale è valida',
    note: 'checksum; existence and cessation are not checked',
    check: {
      header: (f, report) =>
        vatNumber('RappresentanteFiscale', f.FatturaElettronicaHeader.RappresentanteFiscale, report),
    },
  },
  {
    code: '00304',
    offline: 'partly',
    severity: 'error',
    title: 'Il codice fiscale del rappresentante fiscale è valido',
    note: 'checksum; existence is not checked',
    check: {
      header: (f, report) =>
        taxCode('RappresentanteFiscale', f.FatturaElettronicaHeader.RappresentanteFiscale, report),
    },
  },
  {
    code: '00305',
    offline: 'partly',
    severity: 'error',
    title: 'La partita IVA del cliente è valida',
    note: 'checksum; existence and cessation are not checked',
    check: { header: (f, report) => vatNumber('CessionarioCommittente', buyer(f), report) },
  },
  {
    code: '00306',
    offline: 'partly',
    severity: 'error',
    title: 'Il codice fiscale del cliente è valido',
    note: 'checksum, omocodia included; existence is not checked',
    check: { header: (f, report) => taxCode('CessionarioCommittente', buyer(f), report) },
  },
  {
    code: '00313',
    offline: 'yes',
    severity: 'error',
    title: 'XXXXXXX si usa solo per un cliente con identificativo IVA estero',
    check: {
      header(f, report) {
        const id = buyer(f).IdFiscaleIVA;
        if (
          f.FatturaElettronicaHeader.DatiTrasmissione.CodiceDestinatario === 'XXXXXXX' &&
          (id === undefined || id.IdPaese === 'IT')
        )
          report(
            'DatiTrasmissione/CodiceDestinatario',
            'XXXXXXX è ammesso solo per un cliente con IdFiscaleIVA di un altro paese: per un cliente italiano usare 0000000',
          );
      },
    },
  },
  {
    code: '00320',
    offline: 'partly',
    severity: 'warning',
    title: 'Partita IVA e codice fiscale di chi emette sono coerenti',
    note: 'only the Anagrafe tributaria knows; two different codes of 11 digits are pointed out',
    check: { header: (f, report) => twoCodes('CedentePrestatore', seller(f), report) },
  },
  {
    code: '00324',
    offline: 'partly',
    severity: 'warning',
    title: 'Partita IVA e codice fiscale del cliente sono coerenti',
    note: 'only the Anagrafe tributaria knows; two different codes of 11 digits are pointed out',
    check: { header: (f, report) => twoCodes('CessionarioCommittente', buyer(f), report) },
  },
  {
    code: '00330',
    offline: 'yes',
    severity: 'error',
    title: 'La PEC del destinatario non è una casella dello SDI',
    check: {
      header({ FatturaElettronicaHeader: { DatiTrasmissione: sent } }, report) {
        if (
          sent.PECDestinatario !== undefined &&
          /^sdi\d+@pec\.fatturapa\.it$/i.test(sent.PECDestinatario.trim())
        )
          report(
            'DatiTrasmissione/PECDestinatario',
            `${sent.PECDestinatario} è una casella dello SDI: indicare la PEC del cliente`,
          );
      },
    },
  },
  {
    code: '00417',
    offline: 'yes',
    severity: 'error',
    title: 'Il cliente ha partita IVA o codice fiscale',
    check: {
      header(f, report) {
        const { IdFiscaleIVA, CodiceFiscale } = buyer(f);
        if (IdFiscaleIVA === undefined && CodiceFiscale === undefined)
          report(
            'CessionarioCommittente/DatiAnagrafici',
            'il cliente non ha né partita IVA né codice fiscale: completare la sua anagrafica',
          );
      },
    },
  },
  {
    code: '00427',
    offline: 'yes',
    severity: 'error',
    title: 'Il codice destinatario ha 6 caratteri con FPA12 e 7 con FPR12',
    check: {
      header({ FatturaElettronicaHeader: { DatiTrasmissione: sent } }, report) {
        const wanted = sent.FormatoTrasmissione === 'FPA12' ? 6 : 7;
        if (sent.CodiceDestinatario.length !== wanted)
          report(
            'DatiTrasmissione/CodiceDestinatario',
            `"${sent.CodiceDestinatario}" ha ${sent.CodiceDestinatario.length} caratteri: con ${sent.FormatoTrasmissione} devono essere ${wanted}`,
          );
      },
    },
  },
  {
    code: '00428',
    offline: 'yes',
    severity: 'error',
    title: 'FormatoTrasmissione è uguale all’attributo versione',
    check: {
      header(f, report) {
        const format = f.FatturaElettronicaHeader.DatiTrasmissione.FormatoTrasmissione;
        if (format !== f.versione)
          report(
            'DatiTrasmissione/FormatoTrasmissione',
            `FormatoTrasmissione è ${format}, versione è ${f.versione}: devono essere uguali`,
          );
      },
    },
  },
  {
    code: '00476',
    offline: 'yes',
    severity: 'error',
    title: 'Chi emette e cliente non sono entrambi esteri',
    check: {
      header(f, report) {
        const from = seller(f).IdFiscaleIVA;
        const to = buyer(f).IdFiscaleIVA;
        if (from !== undefined && to !== undefined && from.IdPaese !== 'IT' && to.IdPaese !== 'IT')
          report(
            'CessionarioCommittente/DatiAnagrafici/IdFiscaleIVA/IdPaese',
            `chi emette (${from.IdPaese}) e cliente (${to.IdPaese}) sono entrambi esteri: almeno uno deve essere IT`,
          );
      },
    },
  },
];

export const seller = (f: Fattura): DatiAnagrafici =>
  f.FatturaElettronicaHeader.CedentePrestatore.DatiAnagrafici;
export const buyer = (f: Fattura): DatiAnagrafici =>
  f.FatturaElettronicaHeader.CessionarioCommittente.DatiAnagrafici;

/** Whether two parties are the same subject: one VAT number, or one tax code. */
export function sameParty(a: DatiAnagrafici, b: DatiAnagrafici): boolean {
  if (a.IdFiscaleIVA !== undefined && b.IdFiscaleIVA !== undefined)
    return sameId(a.IdFiscaleIVA, b.IdFiscaleIVA);
  return a.CodiceFiscale !== undefined && a.CodiceFiscale === b.CodiceFiscale;
}
const sameId = (a: IdFiscale, b: IdFiscale): boolean => a.IdPaese === b.IdPaese && a.IdCodice === b.IdCodice;

function vatNumber(party: string, who: DatiAnagrafici | undefined, report: Report): void {
  const id = who?.IdFiscaleIVA;
  if (id !== undefined && id.IdPaese === 'IT' && !isPartitaIva(id.IdCodice))
    report(
      `${party}/DatiAnagrafici/IdFiscaleIVA/IdCodice`,
      `"${id.IdCodice}" non è una partita IVA valida: verificare le 11 cifre`,
    );
}

function taxCode(party: string, who: DatiAnagrafici | undefined, report: Report): void {
  const code = who?.CodiceFiscale;
  if (code !== undefined && !isCodiceFiscale(code))
    report(
      `${party}/DatiAnagrafici/CodiceFiscale`,
      `"${code}" non è un codice fiscale valido: verificarlo sulla tessera sanitaria o sulla visura`,
    );
}

function twoCodes(
  party: string,
  { IdFiscaleIVA: id, CodiceFiscale: code }: DatiAnagrafici,
  report: Report,
): void {
  if (
    id !== undefined &&
    id.IdPaese === 'IT' &&
    code !== undefined &&
    code.length === 11 &&
    code !== id.IdCodice
  )
    report(
      `${party}/DatiAnagrafici/CodiceFiscale`,
      `codice fiscale ${code} e partita IVA ${id.IdCodice} sono diversi: verificare che siano dello stesso soggetto`,
    );
}
