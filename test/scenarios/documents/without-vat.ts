import type { Scenario } from './make.ts';
import {
  BRITON,
  COMPANY,
  EU_BUSINESS,
  EXEMPT,
  EXPORTER,
  FORFETTARIO,
  PRIVATE,
  RECHARGING,
  SWISS_BUSINESS,
  WITHHOLDING,
} from './parties.ts';

const november = ['2026-11-01', '2026-11-30'] as const;
const CANONE = { description: 'Canone FWA 100/20', period: november, contract: 'K-000456' } as const;

/** Where there is no VAT, and why; and the stamp duty that there is instead. */
export const withoutVat: Readonly<Record<string, Scenario>> = {
  'forfettario-con-bollo': {
    issuer: FORFETTARIO,
    lines: [{ description: 'Assistenza tecnica a domicilio', price: 10_000 }],
  },
  'forfettario-sotto-soglia-bollo': {
    issuer: FORFETTARIO,
    payer: PRIVATE,
    lines: [{ ...CANONE, price: 2990, vatIncluded: true }],
  },
  'forfettario-bollo-riaddebitato': {
    issuer: { ...FORFETTARIO, rechargesStampDuty: true },
    lines: [{ description: 'Installazione impianto', price: 7748 }],
  },
  'forfettario-condominio-senza-ritenuta': {
    issuer: FORFETTARIO,
    payer: WITHHOLDING,
    lines: [{ description: 'Manutenzione impianto di antenna', price: 7747 }],
  },
  'bollo-riaddebitato': {
    issuer: RECHARGING,
    payer: EXPORTER,
    lines: [{ ...CANONE, price: 25_000 }],
  },
  'bollo-non-dovuto-a-77-47': {
    issuer: RECHARGING,
    lines: [
      { ...CANONE, price: 4000 },
      {
        description: 'Corso di formazione',
        price: 7747,
        natura: 'N4',
        vatReference: 'Esente art. 10 n. 20 DPR 633/1972',
      },
    ],
  },
  'bollo-su-fattura-mista': {
    lines: [
      { ...CANONE, price: 4000 },
      {
        description: 'Corso di formazione',
        price: 7748,
        natura: 'N4',
        vatReference: 'Esente art. 10 n. 20 DPR 633/1972',
      },
    ],
  },
  'dichiarazione-intento': {
    payer: EXPORTER,
    lines: [
      { ...CANONE, price: 5000 },
      { description: 'IP statico', price: 1000, period: november },
    ],
  },
  'dichiarazione-intento-prezzi-ivati': {
    payer: EXPORTER,
    lines: [{ ...CANONE, price: 2990, vatIncluded: true }],
  },
  'dichiarazione-intento-scaduta': {
    payer: {
      ...EXPORTER,
      declarationOfIntent: { ...EXPORTER.declarationOfIntent!, validTo: '2026-10-31' },
    },
    lines: [{ ...CANONE, price: 5000 }],
  },
  'cliente-ue-inversione': {
    payer: EU_BUSINESS,
    lines: [{ description: 'Colocation e transito IP', price: 50_000, period: november }],
  },
  'extra-ue-operazione-non-soggetta': {
    payer: SWISS_BUSINESS,
    lines: [{ description: 'Transito IP', price: 6000, period: november }],
  },
  'privato-estero-casa-vacanze': {
    payer: BRITON,
    lines: [{ description: 'Canone casa vacanze', price: 2990, vatIncluded: true, contract: 'K-000456' }],
  },
  'natura-del-cliente': { payer: EXEMPT, lines: [{ ...CANONE, price: 8000 }] },
  'inversione-contabile-installazione': {
    payer: COMPANY,
    lines: [
      {
        description: 'Installazione impianto di rete nell’edificio',
        price: 120_000,
        natura: 'N6.7',
        vatReference: 'Inversione contabile art. 17 c. 6 lett. a-ter) DPR 633/1972',
      },
    ],
  },
};
