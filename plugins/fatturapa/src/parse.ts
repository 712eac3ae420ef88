import { parseDecimal, type Cents } from '@traliccio/sdk';
import type { XmlDocument } from 'libxml2-wasm';
import { parseE8 } from './decimal.ts';
import type {
  Body,
  DatiAnagrafici,
  DettaglioLinee,
  DocumentoCorrelato,
  E8,
  Fattura,
  IdFiscale,
  Indirizzo,
  ScontoMaggiorazione,
} from './fattura.ts';
import { childOf, childrenOf, textOf, treeOf, type XmlTree } from './xml-tree.ts';

/**
 * The invoice in a document that conforms to the schema: an element that the schema requires is taken as present.
 * A file with several bodies ("lotto") gives several.
 */
export function parseFattura(document: XmlDocument): Fattura {
  const root = treeOf(document);
  const header = within(root, 'FatturaElettronicaHeader');
  const sent = within(header, 'DatiTrasmissione');
  const representative = childOf(header, 'RappresentanteFiscale');
  const buyer = within(header, 'CessionarioCommittente');
  return {
    versione: document.root.attr('versione')?.value ?? '',
    SistemaEmittente: document.root.attr('SistemaEmittente')?.value,
    FatturaElettronicaHeader: {
      DatiTrasmissione: {
        IdTrasmittente: idFiscale(within(sent, 'IdTrasmittente')),
        ProgressivoInvio: text(sent, 'ProgressivoInvio'),
        FormatoTrasmissione: text(sent, 'FormatoTrasmissione'),
        CodiceDestinatario: text(sent, 'CodiceDestinatario'),
        PECDestinatario: textOf(sent, 'PECDestinatario'),
      },
      CedentePrestatore: seller(within(header, 'CedentePrestatore')),
      RappresentanteFiscale: representative && anagrafici(within(representative, 'DatiAnagrafici')),
      CessionarioCommittente: {
        DatiAnagrafici: anagrafici(within(buyer, 'DatiAnagrafici')),
        Sede: sede(within(buyer, 'Sede')),
      },
      SoggettoEmittente: textOf(header, 'SoggettoEmittente'),
    },
    FatturaElettronicaBody: childrenOf(root, 'FatturaElettronicaBody').map(body),
  };
}

const EMPTY: XmlTree = { text: '', children: new Map() };
const within = (tree: XmlTree, name: string): XmlTree => childOf(tree, name) ?? EMPTY;
const text = (tree: XmlTree, name: string): string => textOf(tree, name) ?? '';

const optionalCents = (tree: XmlTree | undefined, name: string): Cents | undefined => {
  const found = textOf(tree, name);
  return found === undefined ? undefined : parseDecimal(found, 2);
};
const cents = (tree: XmlTree, name: string): Cents => optionalCents(tree, name) ?? 0;
const optionalE8 = (tree: XmlTree, name: string): E8 | undefined => {
  const found = textOf(tree, name);
  return found === undefined ? undefined : parseE8(found);
};

const idFiscale = (tree: XmlTree): IdFiscale => ({
  IdPaese: text(tree, 'IdPaese'),
  IdCodice: text(tree, 'IdCodice'),
});

function anagrafici(tree: XmlTree): DatiAnagrafici {
  const id = childOf(tree, 'IdFiscaleIVA');
  const name = childOf(tree, 'Anagrafica');
  return {
    IdFiscaleIVA: id && idFiscale(id),
    CodiceFiscale: textOf(tree, 'CodiceFiscale'),
    Anagrafica: {
      Denominazione: textOf(name, 'Denominazione'),
      Nome: textOf(name, 'Nome'),
      Cognome: textOf(name, 'Cognome'),
    },
  };
}

const sede = (tree: XmlTree): Indirizzo => ({
  Indirizzo: text(tree, 'Indirizzo'),
  NumeroCivico: textOf(tree, 'NumeroCivico'),
  CAP: text(tree, 'CAP'),
  Comune: text(tree, 'Comune'),
  Provincia: textOf(tree, 'Provincia'),
  Nazione: text(tree, 'Nazione'),
});

function seller(tree: XmlTree): Fattura['FatturaElettronicaHeader']['CedentePrestatore'] {
  const who = within(tree, 'DatiAnagrafici');
  const rea = childOf(tree, 'IscrizioneREA');
  const contacts = childOf(tree, 'Contatti');
  return {
    DatiAnagrafici: anagrafici(who),
    RegimeFiscale: text(who, 'RegimeFiscale'),
    Sede: sede(within(tree, 'Sede')),
    IscrizioneREA: rea && {
      Ufficio: text(rea, 'Ufficio'),
      NumeroREA: text(rea, 'NumeroREA'),
      CapitaleSociale: optionalCents(rea, 'CapitaleSociale'),
      SocioUnico: textOf(rea, 'SocioUnico'),
      StatoLiquidazione: text(rea, 'StatoLiquidazione'),
    },
    Contatti: contacts && { Telefono: textOf(contacts, 'Telefono'), Email: textOf(contacts, 'Email') },
  };
}

function body(tree: XmlTree): Body {
  const general = within(tree, 'DatiGenerali');
  const goods = within(tree, 'DatiBeniServizi');
  return {
    DatiGeneraliDocumento: generalData(within(general, 'DatiGeneraliDocumento')),
    DatiOrdineAcquisto: childrenOf(general, 'DatiOrdineAcquisto').map(related),
    DatiContratto: childrenOf(general, 'DatiContratto').map(related),
    DatiFattureCollegate: childrenOf(general, 'DatiFattureCollegate').map(related),
    DatiDDT: childrenOf(general, 'DatiDDT').map((d) => ({
      NumeroDDT: text(d, 'NumeroDDT'),
      DataDDT: text(d, 'DataDDT'),
      RiferimentoNumeroLinea: numbersOf(d),
    })),
    DettaglioLinee: childrenOf(goods, 'DettaglioLinee').map(line),
    DatiRiepilogo: childrenOf(goods, 'DatiRiepilogo').map((s) => ({
      AliquotaIVA: cents(s, 'AliquotaIVA'),
      Natura: textOf(s, 'Natura'),
      Arrotondamento: optionalE8(s, 'Arrotondamento'),
      ImponibileImporto: cents(s, 'ImponibileImporto'),
      Imposta: cents(s, 'Imposta'),
      EsigibilitaIVA: textOf(s, 'EsigibilitaIVA'),
      RiferimentoNormativo: textOf(s, 'RiferimentoNormativo'),
    })),
    DatiPagamento: childrenOf(tree, 'DatiPagamento').map((p) => ({
      CondizioniPagamento: text(p, 'CondizioniPagamento'),
      DettaglioPagamento: childrenOf(p, 'DettaglioPagamento').map((d) => ({
        ModalitaPagamento: text(d, 'ModalitaPagamento'),
        DataScadenzaPagamento: textOf(d, 'DataScadenzaPagamento'),
        ImportoPagamento: cents(d, 'ImportoPagamento'),
        IstitutoFinanziario: textOf(d, 'IstitutoFinanziario'),
        IBAN: textOf(d, 'IBAN'),
        CodicePagamento: textOf(d, 'CodicePagamento'),
      })),
    })),
    Allegati: childrenOf(tree, 'Allegati').map((a) => ({
      NomeAttachment: text(a, 'NomeAttachment'),
      AlgoritmoCompressione: textOf(a, 'AlgoritmoCompressione'),
      FormatoAttachment: textOf(a, 'FormatoAttachment'),
      DescrizioneAttachment: textOf(a, 'DescrizioneAttachment'),
      Attachment: text(a, 'Attachment'),
    })),
  };
}

function generalData(tree: XmlTree): Body['DatiGeneraliDocumento'] {
  const stamp = childOf(tree, 'DatiBollo');
  return {
    TipoDocumento: text(tree, 'TipoDocumento'),
    Divisa: text(tree, 'Divisa'),
    Data: text(tree, 'Data'),
    Numero: text(tree, 'Numero'),
    DatiRitenuta: childrenOf(tree, 'DatiRitenuta').map((r) => ({
      TipoRitenuta: text(r, 'TipoRitenuta'),
      ImportoRitenuta: cents(r, 'ImportoRitenuta'),
      AliquotaRitenuta: cents(r, 'AliquotaRitenuta'),
      CausalePagamento: text(r, 'CausalePagamento'),
    })),
    DatiBollo: stamp && { ImportoBollo: optionalCents(stamp, 'ImportoBollo') },
    DatiCassaPrevidenziale: childrenOf(tree, 'DatiCassaPrevidenziale').map((f) => ({
      ImportoContributoCassa: cents(f, 'ImportoContributoCassa'),
      AliquotaIVA: cents(f, 'AliquotaIVA'),
      Ritenuta: textOf(f, 'Ritenuta') === 'SI',
      Natura: textOf(f, 'Natura'),
    })),
    ScontoMaggiorazione: childrenOf(tree, 'ScontoMaggiorazione').map(discount),
    ImportoTotaleDocumento: optionalCents(tree, 'ImportoTotaleDocumento'),
    Arrotondamento: optionalCents(tree, 'Arrotondamento'),
    Causale: childrenOf(tree, 'Causale').map((c) => c.text),
    Art73: textOf(tree, 'Art73') === 'SI',
  };
}

const line = (tree: XmlTree): DettaglioLinee => ({
  NumeroLinea: Number(text(tree, 'NumeroLinea')),
  Descrizione: text(tree, 'Descrizione'),
  Quantita: optionalE8(tree, 'Quantita'),
  UnitaMisura: textOf(tree, 'UnitaMisura'),
  DataInizioPeriodo: textOf(tree, 'DataInizioPeriodo'),
  DataFinePeriodo: textOf(tree, 'DataFinePeriodo'),
  PrezzoUnitario: optionalE8(tree, 'PrezzoUnitario') ?? 0n,
  ScontoMaggiorazione: childrenOf(tree, 'ScontoMaggiorazione').map(discount),
  PrezzoTotale: optionalE8(tree, 'PrezzoTotale') ?? 0n,
  AliquotaIVA: cents(tree, 'AliquotaIVA'),
  Ritenuta: textOf(tree, 'Ritenuta') === 'SI',
  Natura: textOf(tree, 'Natura'),
  AltriDatiGestionali: childrenOf(tree, 'AltriDatiGestionali').map((d) => ({
    TipoDato: text(d, 'TipoDato'),
    RiferimentoTesto: textOf(d, 'RiferimentoTesto'),
    RiferimentoData: textOf(d, 'RiferimentoData'),
  })),
});

const discount = (tree: XmlTree): ScontoMaggiorazione => ({
  Tipo: text(tree, 'Tipo'),
  Percentuale: optionalCents(tree, 'Percentuale'),
  Importo: optionalE8(tree, 'Importo'),
});

const numbersOf = (tree: XmlTree): number[] =>
  childrenOf(tree, 'RiferimentoNumeroLinea').map((n) => Number(n.text));

const related = (tree: XmlTree): DocumentoCorrelato => ({
  RiferimentoNumeroLinea: numbersOf(tree),
  IdDocumento: text(tree, 'IdDocumento'),
  Data: textOf(tree, 'Data'),
  CodiceCUP: textOf(tree, 'CodiceCUP'),
  CodiceCIG: textOf(tree, 'CodiceCIG'),
});
