import type { Scenario } from './make.ts';
import {
  COMPANY,
  CONDOMINIUM,
  LISTED_COMPANY,
  PRIVATE,
  PUBLIC_BODY,
  WITH_PEC,
  WITHHOLDING,
} from './parties.ts';

const november = ['2026-11-01', '2026-11-30'] as const;
const october = ['2026-10-01', '2026-10-31'] as const;
const september = ['2026-09-01', '2026-09-30'] as const;
const CANONE = { description: 'Canone FWA 100/20', period: november, contract: 'K-000456' } as const;

/** What an ISP invoices in Italy month by month. */
export const invoices: Readonly<Record<string, Scenario>> = {
  'canone-mensile-privato': { payer: PRIVATE, lines: [{ ...CANONE, price: 2990, vatIncluded: true }] },
  'canone-mensile-azienda': { payer: COMPANY, lines: [{ ...CANONE, price: 8900 }] },
  'azienda-con-pec': { payer: WITH_PEC, lines: [{ ...CANONE, price: 3500 }] },
  'addebito-diretto-sepa': {
    payer: { ...PRIVATE, paymentMethod: 'MP19', paymentDays: 10 },
    lines: [{ ...CANONE, price: 1990, vatIncluded: true }],
  },
  'tre-canoni-arrotondati-una-volta': {
    lines: [
      { ...CANONE, price: 819 },
      { description: 'IP statico', price: 819, period: november },
      { description: 'Noleggio apparato', price: 819, period: november },
    ],
  },
  'arretrato-di-tre-mesi': {
    payer: PRIVATE,
    lines: [september, october, november].map((period) => ({
      description: 'Canone FWA 30/3',
      price: 1999,
      vatIncluded: true,
      contract: 'K-000456',
      period,
    })),
  },
  'piu-contratti': {
    lines: [
      { description: 'Canone sede', price: 5000, period: november, contract: 'K-000456' },
      { description: 'Canone magazzino', price: 3000, period: november, contract: 'K-000457' },
      { description: 'IP statico sede', price: 500, period: november, contract: 'K-000456' },
    ],
  },
  'prezzi-ivati': {
    payer: PRIVATE,
    lines: [
      { ...CANONE, price: 1999, vatIncluded: true },
      { description: 'Modem a rate', price: 490, vatIncluded: true },
      { description: 'Assicurazione fulmini', price: 110, vatIncluded: true },
    ],
  },
  'ivati-e-netti-misti': {
    lines: [
      { ...CANONE, price: 1999, vatIncluded: true },
      { description: 'Noleggio apparato', price: 811, period: november },
    ],
  },
  'aliquote-miste': {
    lines: [
      { ...CANONE, price: 4000 },
      { description: 'Manutenzione impianto', price: 12_000, vatRate: 1000 },
      { description: 'Manuale a stampa', price: 1250, vatRate: 400 },
    ],
  },
  'natura-mista': {
    lines: [
      { ...CANONE, price: 4000 },
      {
        description: 'Corso di formazione',
        price: 5000,
        natura: 'N4',
        vatReference: 'Esente art. 10 DPR 633/1972',
      },
      {
        description: 'Marche anticipate per suo conto',
        price: 1600,
        natura: 'N1',
        vatReference: 'Escluso art. 15 DPR 633/1972',
      },
    ],
  },
  'riferimenti-normativi-diversi': {
    lines: [
      {
        description: 'Corso di formazione',
        price: 3000,
        natura: 'N4',
        vatReference: 'Esente art. 10 n. 20 DPR 633/1972',
      },
      {
        description: 'Intermediazione assicurativa',
        price: 2000,
        natura: 'N4',
        vatReference: 'Esente art. 10 n. 9 DPR 633/1972',
      },
      {
        description: 'Secondo corso',
        price: 1000,
        natura: 'N4',
        vatReference: 'Esente art. 10 n. 20 DPR 633/1972',
      },
    ],
  },
  'righe-negative': {
    lines: [
      { ...CANONE, price: 8900 },
      {
        description: 'Storno giorni non goduti di ottobre',
        price: -1148,
        period: ['2026-10-28', '2026-10-31'],
      },
      { description: 'Sconto fedeltà', price: -500 },
    ],
  },
  'quantita-e-unita-di-misura': {
    lines: [
      { description: 'Intervento tecnico', price: 4000, quantity: 1_500_000, unit: 'ore' },
      { description: 'Cavo UTP cat. 6', price: 65, quantity: 37_250_000, unit: 'm' },
      { description: 'Presa RJ45', price: 499, quantity: 3_000_000, unit: 'pz', vatIncluded: true },
    ],
  },
  'caratteri-tipografici': {
    causale: 'Rif. offerta “Rete – 2026”: sconto € 5…',
    lines: [{ ...CANONE, description: 'Canone FIBRA–FWA <business> & IP “statico”', price: 3000 }],
  },
  'ente-pubblico-split-payment': {
    payer: PUBLIC_BODY,
    lines: [
      { description: 'Connettività palazzo comunale', price: 10_000, period: october, contract: 'K-000456' },
    ],
    purchaseOrder: { id: 'DET-123', date: '2026-01-15', cig: 'Z1234567AB', cup: 'B11C22000000001' },
  },
  'ente-pubblico-solo-cig': {
    payer: PUBLIC_BODY,
    lines: [{ description: 'Connettività biblioteca', price: 4550, period: october, contract: 'K-000456' }],
    purchaseOrder: { id: 'K-000456', date: null, cig: 'Z1234567AB', cup: null },
  },
  'societa-split-payment': { payer: LISTED_COMPANY, lines: [{ ...CANONE, price: 12_345 }] },
  'condominio-ritenuta-4': {
    payer: WITHHOLDING,
    lines: [
      { description: 'Manutenzione impianto di antenna', price: 15_000 },
      { description: 'Materiali', price: 3333 },
    ],
  },
  'condominio-ritenuta-prezzi-ivati': {
    payer: WITHHOLDING,
    lines: [{ description: 'Assistenza impianto condominiale', price: 1999, vatIncluded: true }],
  },
  'condominio-ritenuta-con-anticipazioni': {
    payer: WITHHOLDING,
    lines: [
      { description: 'Manutenzione impianto di antenna', price: 10_000, vatRate: 1000 },
      {
        description: 'Diritti di segreteria anticipati',
        price: 2500,
        natura: 'N1',
        vatReference: 'Escluso art. 15 DPR 633/1972',
      },
    ],
  },
  'condominio-senza-ritenuta': { payer: CONDOMINIUM, lines: [{ ...CANONE, price: 1999, vatIncluded: true }] },
  'fattura-differita-ddt': {
    tipoDocumento: 'TD24',
    causale: 'Consegne di ottobre 2026',
    lines: [
      { description: 'Router Wi-Fi 6', price: 7990, quantity: 4_000_000, unit: 'pz' },
      { description: 'Antenna 5 GHz', price: 11_500, quantity: 2_000_000, unit: 'pz' },
    ],
    deliveryNotes: [
      { number: '17', date: '2026-10-12', lines: [1] },
      { number: '21', date: '2026-10-28', lines: [2] },
    ],
  },
  'cespite-td26': {
    tipoDocumento: 'TD26',
    lines: [{ description: 'Furgone targato AB123CD, cessione di bene ammortizzabile', price: 450_000 }],
  },
  'allegato-pdf': {
    lines: [{ ...CANONE, price: 3500 }],
    attachments: [
      {
        name: 'rapporto-intervento.pdf',
        format: 'PDF',
        description: 'Rapporto di intervento',
        bytes: Buffer.from('%PDF-1.7\nRapporto di intervento\n%%EOF\n'),
      },
    ],
  },
};
