import { formatDecimal } from '@traliccio/sdk';
import { decimalE8 } from './decimal.ts';
import type {
  Allegato,
  Body,
  CedentePrestatore,
  CessionarioCommittente,
  DatiAnagrafici,
  DatiDDT,
  DatiRiepilogo,
  DatiRitenuta,
  DettaglioLinee,
  DocumentoCorrelato,
  E8,
  Fattura,
  Indirizzo,
  ScontoMaggiorazione,
} from './fattura.ts';

/**
 * An invoice as XML text, one element a line, in the order of the schema. String concatenation: a billing run writes
 * thousands of these inside its transactions.
 */
export function writeFattura(fattura: Fattura): string {
  const {
    DatiTrasmissione: sent,
    CedentePrestatore,
    CessionarioCommittente,
  } = fattura.FatturaElettronicaHeader;
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<p:FatturaElettronica xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2"' +
    ` versione="${fattura.versione}"${fattura.SistemaEmittente === undefined ? '' : ` SistemaEmittente="${fattura.SistemaEmittente}"`}>\n` +
    '<FatturaElettronicaHeader>\n<DatiTrasmissione>\n<IdTrasmittente>\n' +
    el('IdPaese', sent.IdTrasmittente.IdPaese) +
    el('IdCodice', sent.IdTrasmittente.IdCodice) +
    '</IdTrasmittente>\n' +
    el('ProgressivoInvio', sent.ProgressivoInvio) +
    el('FormatoTrasmissione', sent.FormatoTrasmissione) +
    el('CodiceDestinatario', sent.CodiceDestinatario) +
    el('PECDestinatario', sent.PECDestinatario) +
    '</DatiTrasmissione>\n' +
    seller(CedentePrestatore) +
    buyer(CessionarioCommittente) +
    '</FatturaElettronicaHeader>\n' +
    each(fattura.FatturaElettronicaBody, body) +
    '</p:FatturaElettronica>\n'
  );
}

/** Cents, or hundredths of a percent, with two decimals. */
const two = (value: number): string => formatDecimal(value, 2);

const SPECIAL = /[&<>]/;
const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;

const el = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<${name}>${escaped(text)}</${name}>\n`;
const amount = (name: string, cents: number | undefined): string =>
  cents === undefined ? '' : `<${name}>${two(cents)}</${name}>\n`;
const long = (name: string, value: E8 | undefined): string =>
  value === undefined ? '' : `<${name}>${decimalE8(value)}</${name}>\n`;

function each<T>(items: readonly T[], write: (item: T) => string): string {
  let out = '';
  for (const item of items) out += write(item);
  return out;
}

function seller(party: CedentePrestatore): string {
  const { IscrizioneREA: rea, Contatti: contacts } = party;
  return (
    '<CedentePrestatore>\n<DatiAnagrafici>\n' +
    person(party.DatiAnagrafici) +
    el('RegimeFiscale', party.RegimeFiscale) +
    '</DatiAnagrafici>\n' +
    sede(party.Sede) +
    (rea === undefined
      ? ''
      : '<IscrizioneREA>\n' +
        el('Ufficio', rea.Ufficio) +
        el('NumeroREA', rea.NumeroREA) +
        amount('CapitaleSociale', rea.CapitaleSociale) +
        el('SocioUnico', rea.SocioUnico) +
        el('StatoLiquidazione', rea.StatoLiquidazione) +
        '</IscrizioneREA>\n') +
    (contacts === undefined
      ? ''
      : `<Contatti>\n${el('Telefono', contacts.Telefono)}${el('Email', contacts.Email)}</Contatti>\n`) +
    '</CedentePrestatore>\n'
  );
}

const buyer = (party: CessionarioCommittente): string =>
  '<CessionarioCommittente>\n<DatiAnagrafici>\n' +
  person(party.DatiAnagrafici) +
  '</DatiAnagrafici>\n' +
  sede(party.Sede) +
  '</CessionarioCommittente>\n';

function person({ IdFiscaleIVA: id, CodiceFiscale, Anagrafica: name }: DatiAnagrafici): string {
  return (
    (id === undefined
      ? ''
      : `<IdFiscaleIVA>\n${el('IdPaese', id.IdPaese)}${el('IdCodice', id.IdCodice)}</IdFiscaleIVA>\n`) +
    el('CodiceFiscale', CodiceFiscale) +
    '<Anagrafica>\n' +
    el('Denominazione', name.Denominazione) +
    el('Nome', name.Nome) +
    el('Cognome', name.Cognome) +
    '</Anagrafica>\n'
  );
}

const sede = (address: Indirizzo): string =>
  '<Sede>\n' +
  el('Indirizzo', address.Indirizzo) +
  el('NumeroCivico', address.NumeroCivico) +
  el('CAP', address.CAP) +
  el('Comune', address.Comune) +
  el('Provincia', address.Provincia) +
  el('Nazione', address.Nazione) +
  '</Sede>\n';

function body(b: Body): string {
  const general = b.DatiGeneraliDocumento;
  return (
    '<FatturaElettronicaBody>\n<DatiGenerali>\n<DatiGeneraliDocumento>\n' +
    el('TipoDocumento', general.TipoDocumento) +
    el('Divisa', general.Divisa) +
    el('Data', general.Data) +
    el('Numero', general.Numero) +
    each(general.DatiRitenuta, withheld) +
    (general.DatiBollo === undefined
      ? ''
      : `<DatiBollo>\n<BolloVirtuale>SI</BolloVirtuale>\n${amount('ImportoBollo', general.DatiBollo.ImportoBollo)}</DatiBollo>\n`) +
    each(general.ScontoMaggiorazione, discount) +
    amount('ImportoTotaleDocumento', general.ImportoTotaleDocumento) +
    amount('Arrotondamento', general.Arrotondamento) +
    each(general.Causale, (text) => el('Causale', text)) +
    (general.Art73 ? '<Art73>SI</Art73>\n' : '') +
    '</DatiGeneraliDocumento>\n' +
    each(b.DatiOrdineAcquisto, (d) => related('DatiOrdineAcquisto', d)) +
    each(b.DatiContratto, (d) => related('DatiContratto', d)) +
    each(b.DatiFattureCollegate, (d) => related('DatiFattureCollegate', d)) +
    each(b.DatiDDT, deliveryNote) +
    '</DatiGenerali>\n<DatiBeniServizi>\n' +
    each(b.DettaglioLinee, line) +
    each(b.DatiRiepilogo, summary) +
    '</DatiBeniServizi>\n' +
    each(
      b.DatiPagamento,
      (terms) =>
        `<DatiPagamento>\n${el('CondizioniPagamento', terms.CondizioniPagamento)}${each(terms.DettaglioPagamento, payment)}</DatiPagamento>\n`,
    ) +
    each(b.Allegati, attachment) +
    '</FatturaElettronicaBody>\n'
  );
}

const withheld = (r: DatiRitenuta): string =>
  '<DatiRitenuta>\n' +
  el('TipoRitenuta', r.TipoRitenuta) +
  amount('ImportoRitenuta', r.ImportoRitenuta) +
  amount('AliquotaRitenuta', r.AliquotaRitenuta) +
  el('CausalePagamento', r.CausalePagamento) +
  '</DatiRitenuta>\n';

const deliveryNote = (d: DatiDDT): string =>
  '<DatiDDT>\n' +
  el('NumeroDDT', d.NumeroDDT) +
  el('DataDDT', d.DataDDT) +
  lineNumbers(d.RiferimentoNumeroLinea) +
  '</DatiDDT>\n';

const attachment = (a: Allegato): string =>
  '<Allegati>\n' +
  el('NomeAttachment', a.NomeAttachment) +
  el('AlgoritmoCompressione', a.AlgoritmoCompressione) +
  el('FormatoAttachment', a.FormatoAttachment) +
  el('DescrizioneAttachment', a.DescrizioneAttachment) +
  el('Attachment', a.Attachment) +
  '</Allegati>\n';

const lineNumbers = (numbers: readonly number[]): string =>
  each(numbers, (n) => `<RiferimentoNumeroLinea>${n}</RiferimentoNumeroLinea>\n`);

const payment = (p: Body['DatiPagamento'][number]['DettaglioPagamento'][number]): string =>
  '<DettaglioPagamento>\n' +
  el('ModalitaPagamento', p.ModalitaPagamento) +
  el('DataScadenzaPagamento', p.DataScadenzaPagamento) +
  amount('ImportoPagamento', p.ImportoPagamento) +
  el('IstitutoFinanziario', p.IstitutoFinanziario) +
  el('IBAN', p.IBAN) +
  el('CodicePagamento', p.CodicePagamento) +
  '</DettaglioPagamento>\n';

const related = (name: string, d: DocumentoCorrelato): string =>
  `<${name}>\n` +
  lineNumbers(d.RiferimentoNumeroLinea) +
  el('IdDocumento', d.IdDocumento) +
  el('Data', d.Data) +
  el('CodiceCUP', d.CodiceCUP) +
  el('CodiceCIG', d.CodiceCIG) +
  `</${name}>\n`;

const line = (l: DettaglioLinee): string =>
  `<DettaglioLinee>\n<NumeroLinea>${l.NumeroLinea}</NumeroLinea>\n` +
  el('Descrizione', l.Descrizione) +
  long('Quantita', l.Quantita) +
  el('UnitaMisura', l.UnitaMisura) +
  el('DataInizioPeriodo', l.DataInizioPeriodo) +
  el('DataFinePeriodo', l.DataFinePeriodo) +
  long('PrezzoUnitario', l.PrezzoUnitario) +
  each(l.ScontoMaggiorazione, discount) +
  long('PrezzoTotale', l.PrezzoTotale) +
  amount('AliquotaIVA', l.AliquotaIVA) +
  (l.Ritenuta ? '<Ritenuta>SI</Ritenuta>\n' : '') +
  el('Natura', l.Natura) +
  each(
    l.AltriDatiGestionali,
    (d) =>
      '<AltriDatiGestionali>\n' +
      el('TipoDato', d.TipoDato) +
      el('RiferimentoTesto', d.RiferimentoTesto) +
      el('RiferimentoData', d.RiferimentoData) +
      '</AltriDatiGestionali>\n',
  ) +
  '</DettaglioLinee>\n';

const discount = (d: ScontoMaggiorazione): string =>
  `<ScontoMaggiorazione>\n${el('Tipo', d.Tipo)}${amount('Percentuale', d.Percentuale)}${long('Importo', d.Importo)}</ScontoMaggiorazione>\n`;

const summary = (s: DatiRiepilogo): string =>
  '<DatiRiepilogo>\n' +
  amount('AliquotaIVA', s.AliquotaIVA) +
  el('Natura', s.Natura) +
  long('Arrotondamento', s.Arrotondamento) +
  amount('ImponibileImporto', s.ImponibileImporto) +
  amount('Imposta', s.Imposta) +
  el('EsigibilitaIVA', s.EsigibilitaIVA) +
  el('RiferimentoNormativo', s.RiferimentoNormativo) +
  '</DatiRiepilogo>\n';
