import type { AttachmentView, DocumentLineView, DocumentView, Finding, VatSummaryView } from '@traliccio/sdk';
import type {
  Allegato,
  Body,
  DatiGeneraliDocumento,
  DatiPagamento,
  DatiRiepilogo,
  DettaglioLinee,
  DocumentoCorrelato,
  Fattura,
} from './fattura.ts';
import { buyerOf, sellerOf } from './parties.ts';
import { FIELDS, TextCollector } from './text-fields.ts';
import { splitAtWords } from './transliterate.ts';

export type BuiltFattura = {
  readonly fattura: Fattura;
  /** What couldn't be brought into the format; the document must not be issued while there is any. */
  readonly findings: readonly Finding[];
};

/** The invoice of a document. Pure: the same document and progressive give the same invoice. */
export function fatturaOf(document: DocumentView, progressivoInvio: string): BuiltFattura {
  const texts = new TextCollector();
  const { issuer, customer } = document;
  const versione = customer.kind === 'public_body' ? 'FPA12' : 'FPR12';
  const recipient = texts.required(customer.codiceDestinatario, FIELDS.recipientCode);
  const fattura: Fattura = {
    versione,
    SistemaEmittente: 'TRALICCIO',
    FatturaElettronicaHeader: {
      DatiTrasmissione: {
        IdTrasmittente: {
          IdPaese: texts.required(issuer.transmitterCountry, FIELDS.transmitterCountry),
          IdCodice: texts.required(issuer.transmitterCode, FIELDS.transmitterCode),
        },
        ProgressivoInvio: progressivoInvio,
        FormatoTrasmissione: versione,
        CodiceDestinatario: recipient,
        // SDI looks at the PEC address only with the all-zero code.
        PECDestinatario:
          recipient === '0000000' ? texts.optional(customer.pec, FIELDS.recipientPec) : undefined,
      },
      CedentePrestatore: sellerOf(issuer, texts),
      RappresentanteFiscale: undefined,
      CessionarioCommittente: buyerOf(customer, texts),
      SoggettoEmittente: undefined,
    },
    FatturaElettronicaBody: [bodyOf(document, texts)],
  };
  return { fattura, findings: texts.findings };
}

function bodyOf(document: DocumentView, texts: TextCollector): Body {
  return {
    DatiGeneraliDocumento: generalData(document, texts),
    DatiOrdineAcquisto: purchaseOrder(document, texts),
    DatiContratto: contracts(document, texts),
    DatiFattureCollegate: document.credits
      ? [related(texts.required(document.credits.numberText, FIELDS.creditedNumber), document.credits.date)]
      : [],
    DatiDDT: (document.deliveryNotes ?? []).map((note, index) => ({
      NumeroDDT: texts.required(note.number, FIELDS.deliveryNumber, index + 1),
      DataDDT: note.date,
      RiferimentoNumeroLinea: note.lines,
    })),
    DettaglioLinee: document.lines.map((line) => lineOf(line, document, texts)),
    DatiRiepilogo: document.vat.map((summary, index) => summaryOf(summary, index + 1, texts)),
    DatiPagamento: paymentOf(document, texts),
    Allegati: (document.attachments ?? []).map((file, index) => attachmentOf(file, index + 1, texts)),
  };
}

function attachmentOf(file: AttachmentView, index: number, texts: TextCollector): Allegato {
  const format = texts.optional(file.format, FIELDS.attachmentFormat, index)?.toUpperCase();
  return {
    NomeAttachment: texts.required(file.name, FIELDS.attachmentName, index),
    AlgoritmoCompressione: format === 'ZIP' ? 'ZIP' : undefined,
    FormatoAttachment: format,
    DescrizioneAttachment: texts.optional(file.description, FIELDS.attachmentDescription, index),
    Attachment: Buffer.from(file.bytes ?? []).toString('base64'),
  };
}

function generalData(document: DocumentView, texts: TextCollector): DatiGeneraliDocumento {
  return {
    TipoDocumento: texts.required(document.tipoDocumento, FIELDS.type),
    Divisa: document.currency,
    Data: document.date,
    Numero: texts.required(document.numberText, FIELDS.number),
    DatiRitenuta: document.withholding
      ? [
          {
            TipoRitenuta: document.withholding.type,
            ImportoRitenuta: document.withholding.amount,
            AliquotaRitenuta: document.withholding.rate,
            CausalePagamento: texts.required(document.withholding.causale, FIELDS.withholdingCausale),
          },
        ]
      : [],
    DatiBollo: document.stampDuty > 0 ? { ImportoBollo: document.stampDuty } : undefined,
    DatiCassaPrevidenziale: [],
    ScontoMaggiorazione: [],
    ImportoTotaleDocumento: document.total,
    Arrotondamento: document.rounding === 0 ? undefined : document.rounding,
    Causale: [...causale(document.credits?.reason ?? null, texts), ...causale(document.causale, texts)],
    Art73: false,
  };
}

/** Each paragraph begins an element of its own. */
function causale(text: string | null, texts: TextCollector): string[] {
  return (text ?? '').split('\n').flatMap((paragraph) => {
    const clean = texts.optional(paragraph, FIELDS.causale);
    return clean === undefined ? [] : splitAtWords(clean, 200);
  });
}

function purchaseOrder({ purchaseOrder: order }: DocumentView, texts: TextCollector): DocumentoCorrelato[] {
  if (!order) return [];
  return [
    {
      RiferimentoNumeroLinea: [],
      IdDocumento: texts.required(order.id, FIELDS.orderId),
      Data: order.date ?? undefined,
      CodiceCUP: texts.optional(order.cup, FIELDS.cup),
      CodiceCIG: texts.optional(order.cig, FIELDS.cig),
    },
  ];
}

/** One block a contract. With several, each names the lines that bill it; a single one covers the whole document. */
function contracts(document: DocumentView, texts: TextCollector): DocumentoCorrelato[] {
  return document.contractCodes.map((code, index) =>
    related(
      texts.required(code, FIELDS.contractCode, index + 1),
      undefined,
      document.contractCodes.length > 1
        ? document.lines.filter((l) => l.contractCode === code).map((l) => l.number)
        : [],
    ),
  );
}

const related = (
  id: string,
  date: string | undefined,
  lines: readonly number[] = [],
): DocumentoCorrelato => ({
  RiferimentoNumeroLinea: lines,
  IdDocumento: id,
  Data: date,
  CodiceCUP: undefined,
  CodiceCIG: undefined,
});

function lineOf(line: DocumentLineView, document: DocumentView, texts: TextCollector): DettaglioLinee {
  // Quantita can't be negative in the format: what is taken off has a negative price.
  const negative = line.quantity < 0;
  return {
    NumeroLinea: line.number,
    Descrizione: texts.required(line.description, FIELDS.lineDescription, line.number),
    Quantita: BigInt(negative ? -line.quantity : line.quantity) * 100n,
    UnitaMisura: texts.optional(line.unit, FIELDS.lineUnit, line.number),
    DataInizioPeriodo: line.periodFrom ?? undefined,
    DataFinePeriodo: line.periodTo ?? undefined,
    PrezzoUnitario: BigInt(negative ? -line.unitPrice : line.unitPrice),
    ScontoMaggiorazione: [],
    PrezzoTotale: BigInt(line.totalE8),
    AliquotaIVA: line.vatRate,
    Ritenuta: document.withholding !== undefined && isWithheldOf(line),
    Natura: texts.optional(line.natura, FIELDS.lineNatura, line.number),
    AltriDatiGestionali: [...intentOf(line, document, texts), ...contractOf(line, document, texts)],
  };
}

/** Income tax is kept back of what is paid for services, not of what was laid out for the customer. */
const isWithheldOf = ({ natura }: DocumentLineView): boolean => natura !== 'N1';

type Further = DettaglioLinee['AltriDatiGestionali'];

/** Protocol and date of the declaration of intent that a line rests on (Agenzia delle Entrate, provvedimento 293390/2021). */
function intentOf(line: DocumentLineView, document: DocumentView, texts: TextCollector): Further {
  const { declarationOfIntent: declaration } = document;
  if (declaration === undefined || line.natura !== 'N3.5') return [];
  return [
    {
      TipoDato: 'INTENTO',
      RiferimentoTesto: texts.optional(declaration.protocol, FIELDS.lineIntent, line.number),
      RiferimentoData: declaration.receivedOn,
    },
  ];
}

/** Which of several contracts a line bills. */
function contractOf(line: DocumentLineView, document: DocumentView, texts: TextCollector): Further {
  if (document.contractCodes.length < 2) return [];
  const contract = texts.optional(line.contractCode, FIELDS.lineContract, line.number);
  if (contract === undefined) return [];
  return [{ TipoDato: 'CONTRATTO', RiferimentoTesto: contract, RiferimentoData: undefined }];
}

function summaryOf(summary: VatSummaryView, index: number, texts: TextCollector): DatiRiepilogo {
  return {
    AliquotaIVA: summary.vatRate,
    Natura: texts.optional(summary.natura, FIELDS.vatNatura, index),
    Arrotondamento: summary.roundingE8 === 0 ? undefined : BigInt(summary.roundingE8),
    ImponibileImporto: summary.base,
    Imposta: summary.vat,
    EsigibilitaIVA: summary.esigibilita ?? undefined,
    RiferimentoNormativo: texts.optional(summary.reference, FIELDS.vatReference, index),
  };
}

/** A credit note asks for no payment, and says so by having no block. */
function paymentOf({ kind, payment, payable }: DocumentView, texts: TextCollector): DatiPagamento[] {
  if (payment === null || kind === 'credit_note') return [];
  return [
    {
      CondizioniPagamento: 'TP02',
      DettaglioPagamento: [
        {
          ModalitaPagamento: texts.required(payment.method, FIELDS.paymentMethod),
          DataScadenzaPagamento: payment.dueDate,
          ImportoPagamento: payable,
          IstitutoFinanziario: texts.optional(payment.bankName, FIELDS.paymentBank),
          IBAN:
            payment.iban === null
              ? undefined
              : texts.optional(payment.iban.replaceAll(' ', ''), FIELDS.paymentIban),
          CodicePagamento: texts.optional(payment.reference, FIELDS.paymentReference),
        },
      ],
    },
  ];
}
