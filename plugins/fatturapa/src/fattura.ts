/**
 * The ordinary invoice (FPR12 and FPA12) as data: what the writer emits and what the rules look at, with the names of
 * the official schema. Absent elements are `undefined`, repeatable ones empty lists. Numbers are exact:
 *
 * - amounts with two decimals are `Cents` (a number: thirteen digits are always a safe integer),
 * - rates are hundredths of a percent (`2200` is 22.00),
 * - whatever has up to eight decimals is `E8`, a bigint of 1e-8: eleven digits before the point leave the safe integers.
 *
 * Dates are text as in the file (`YYYY-MM-DD`).
 */
import type { Cents, VatRate } from '@traliccio/sdk';

export type E8 = bigint;
export const ONE_E8: E8 = 100_000_000n;

export type Fattura = {
  readonly versione: string;
  readonly SistemaEmittente: string | undefined;
  readonly FatturaElettronicaHeader: Header;
  readonly FatturaElettronicaBody: readonly Body[];
};

export type Header = {
  readonly DatiTrasmissione: DatiTrasmissione;
  readonly CedentePrestatore: CedentePrestatore;
  readonly RappresentanteFiscale: DatiAnagrafici | undefined;
  readonly CessionarioCommittente: CessionarioCommittente;
  readonly SoggettoEmittente: string | undefined;
};

export type DatiTrasmissione = {
  readonly IdTrasmittente: IdFiscale;
  readonly ProgressivoInvio: string;
  readonly FormatoTrasmissione: string;
  readonly CodiceDestinatario: string;
  readonly PECDestinatario: string | undefined;
};

export type IdFiscale = { readonly IdPaese: string; readonly IdCodice: string };

/** `Denominazione`, or `Nome` and `Cognome`: never both. */
export type Anagrafica = {
  readonly Denominazione: string | undefined;
  readonly Nome: string | undefined;
  readonly Cognome: string | undefined;
};

export type DatiAnagrafici = {
  readonly IdFiscaleIVA: IdFiscale | undefined;
  readonly CodiceFiscale: string | undefined;
  readonly Anagrafica: Anagrafica;
};

export type Indirizzo = {
  readonly Indirizzo: string;
  readonly NumeroCivico: string | undefined;
  readonly CAP: string;
  readonly Comune: string;
  readonly Provincia: string | undefined;
  readonly Nazione: string;
};

export type CedentePrestatore = {
  readonly DatiAnagrafici: DatiAnagrafici;
  readonly RegimeFiscale: string;
  readonly Sede: Indirizzo;
  readonly IscrizioneREA: IscrizioneREA | undefined;
  readonly Contatti:
    | { readonly Telefono: string | undefined; readonly Email: string | undefined }
    | undefined;
};

export type IscrizioneREA = {
  readonly Ufficio: string;
  readonly NumeroREA: string;
  readonly CapitaleSociale: Cents | undefined;
  readonly SocioUnico: string | undefined;
  readonly StatoLiquidazione: string;
};

export type CessionarioCommittente = { readonly DatiAnagrafici: DatiAnagrafici; readonly Sede: Indirizzo };

export type Body = {
  readonly DatiGeneraliDocumento: DatiGeneraliDocumento;
  readonly DatiOrdineAcquisto: readonly DocumentoCorrelato[];
  readonly DatiContratto: readonly DocumentoCorrelato[];
  readonly DatiFattureCollegate: readonly DocumentoCorrelato[];
  readonly DatiDDT: readonly DatiDDT[];
  readonly DettaglioLinee: readonly DettaglioLinee[];
  readonly DatiRiepilogo: readonly DatiRiepilogo[];
  readonly DatiPagamento: readonly DatiPagamento[];
  readonly Allegati: readonly Allegato[];
};

export type DatiDDT = {
  readonly NumeroDDT: string;
  readonly DataDDT: string;
  readonly RiferimentoNumeroLinea: readonly number[];
};

export type Allegato = {
  readonly NomeAttachment: string;
  readonly AlgoritmoCompressione: string | undefined;
  readonly FormatoAttachment: string | undefined;
  readonly DescrizioneAttachment: string | undefined;
  /** Base64. */
  readonly Attachment: string;
};

export type DatiRitenuta = {
  readonly TipoRitenuta: string;
  readonly ImportoRitenuta: Cents;
  /** Hundredths of a percent. */
  readonly AliquotaRitenuta: number;
  readonly CausalePagamento: string;
};

export type DatiGeneraliDocumento = {
  readonly TipoDocumento: string;
  readonly Divisa: string;
  readonly Data: string;
  readonly Numero: string;
  readonly DatiRitenuta: readonly DatiRitenuta[];
  readonly DatiBollo: { readonly ImportoBollo: Cents | undefined } | undefined;
  readonly DatiCassaPrevidenziale: readonly DatiCassaPrevidenziale[];
  readonly ScontoMaggiorazione: readonly ScontoMaggiorazione[];
  readonly ImportoTotaleDocumento: Cents | undefined;
  readonly Arrotondamento: Cents | undefined;
  readonly Causale: readonly string[];
  /** `Art73` = SI: numbers are unique per day instead of per year. */
  readonly Art73: boolean;
};

export type DatiCassaPrevidenziale = {
  readonly ImportoContributoCassa: Cents;
  readonly AliquotaIVA: VatRate;
  readonly Ritenuta: boolean;
  readonly Natura: string | undefined;
};

export type ScontoMaggiorazione = {
  /** `SC` discount, `MG` surcharge. */
  readonly Tipo: string;
  /** Hundredths of a percent. */
  readonly Percentuale: number | undefined;
  readonly Importo: E8 | undefined;
};

export type DocumentoCorrelato = {
  readonly RiferimentoNumeroLinea: readonly number[];
  readonly IdDocumento: string;
  readonly Data: string | undefined;
  readonly CodiceCUP: string | undefined;
  readonly CodiceCIG: string | undefined;
};

export type DettaglioLinee = {
  readonly NumeroLinea: number;
  readonly Descrizione: string;
  readonly Quantita: E8 | undefined;
  readonly UnitaMisura: string | undefined;
  readonly DataInizioPeriodo: string | undefined;
  readonly DataFinePeriodo: string | undefined;
  readonly PrezzoUnitario: E8;
  readonly ScontoMaggiorazione: readonly ScontoMaggiorazione[];
  readonly PrezzoTotale: E8;
  readonly AliquotaIVA: VatRate;
  readonly Ritenuta: boolean;
  readonly Natura: string | undefined;
  readonly AltriDatiGestionali: readonly {
    readonly TipoDato: string;
    readonly RiferimentoTesto: string | undefined;
    readonly RiferimentoData: string | undefined;
  }[];
};

export type DatiRiepilogo = {
  readonly AliquotaIVA: VatRate;
  readonly Natura: string | undefined;
  readonly Arrotondamento: E8 | undefined;
  readonly ImponibileImporto: Cents;
  readonly Imposta: Cents;
  readonly EsigibilitaIVA: string | undefined;
  readonly RiferimentoNormativo: string | undefined;
};

export type DatiPagamento = {
  readonly CondizioniPagamento: string;
  readonly DettaglioPagamento: readonly DettaglioPagamento[];
};

export type DettaglioPagamento = {
  readonly ModalitaPagamento: string;
  readonly DataScadenzaPagamento: string | undefined;
  readonly ImportoPagamento: Cents;
  readonly IstitutoFinanziario: string | undefined;
  readonly IBAN: string | undefined;
  readonly CodicePagamento: string | undefined;
};
