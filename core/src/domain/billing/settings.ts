import type { Cents, Sql } from '@traliccio/sdk';
import { Type } from 'typebox';
import { coreSetting } from '../../kernel/settings/core-setting.ts';
import type { CoreSettings } from '../../kernel/settings/core-settings.ts';

/** How far a run may leave what history leads one to expect, and what makes a single invoice suspicious. */
export type BillingLimits = {
  /** Contracts billed, as a share of those expected. */
  readonly countLow: number;
  readonly countHigh: number;
  /** Total per billed period, as a share of what earlier runs made of it. */
  readonly totalLow: number;
  readonly totalHigh: number;
  /** A difference of fewer contracts, or of a smaller amount, never trips a bound: small runs vary. */
  readonly countFloor: number;
  readonly totalFloor: Cents;
  /** How many earlier runs of a cadence it takes to compare with. */
  readonly leastRuns: number;
  /** An invoice over the floor and this many times the payer's median is parked. */
  readonly medianTimes: number;
  readonly medianFloor: Cents;
  readonly linesPerContract: number;
  /** A period that starts later than this many days after the run is impossible. */
  readonly daysAhead: number;
};

export const DEFAULT_LIMITS: BillingLimits = {
  countLow: 0.7,
  countHigh: 1.02,
  totalLow: 0.8,
  totalHigh: 1.2,
  countFloor: 10,
  totalFloor: 50_000,
  leastRuns: 3,
  medianTimes: 5,
  medianFloor: 20_000,
  linesPerContract: 15,
  daysAhead: 40,
};

export const BILLING_AT = coreSetting({
  name: 'billing.at',
  label: { it: 'Ora della fatturazione notturna', en: 'Time of the nightly billing' },
  schema: Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: 'HH:MM, local time' }),
  default: '02:00',
});

export const BILLING_AUTOMATIC = coreSetting({
  name: 'billing.automatic',
  label: { it: 'La fatturazione parte da sola', en: 'Billing starts by itself' },
  schema: Type.Boolean(),
  default: true,
});

const percent = (range: { minimum: number; maximum: number }) => Type.Integer(range);

export const CONTRACTS_PERCENT_MIN = coreSetting({
  name: 'billing.contracts_percent_min',
  label: {
    it: 'Contratti fatturati rispetto agli attesi, in percentuale: minimo prima di chiedere conferma',
    en: 'Contracts billed against those expected, in percent: the least before a run asks',
  },
  schema: percent({ minimum: 0, maximum: 100 }),
  default: 70,
});

export const CONTRACTS_PERCENT_MAX = coreSetting({
  name: 'billing.contracts_percent_max',
  label: {
    it: 'Contratti fatturati rispetto agli attesi, in percentuale: massimo prima di chiedere conferma',
    en: 'Contracts billed against those expected, in percent: the most before a run asks',
  },
  schema: percent({ minimum: 100, maximum: 1000 }),
  default: 102,
});

export const TOTAL_PERCENT_MIN = coreSetting({
  name: 'billing.total_percent_min',
  label: {
    it: 'Importo rispetto alle fatturazioni precedenti, in percentuale: minimo prima di chiedere conferma',
    en: 'Amount against earlier runs, in percent: the least before a run asks',
  },
  schema: percent({ minimum: 0, maximum: 100 }),
  default: 80,
});

export const TOTAL_PERCENT_MAX = coreSetting({
  name: 'billing.total_percent_max',
  label: {
    it: 'Importo rispetto alle fatturazioni precedenti, in percentuale: massimo prima di chiedere conferma',
    en: 'Amount against earlier runs, in percent: the most before a run asks',
  },
  schema: percent({ minimum: 100, maximum: 1000 }),
  default: 120,
});

export const MEDIAN_TIMES = coreSetting({
  name: 'billing.median_times',
  label: {
    it: 'Quante volte la fattura abituale del cliente può valere una fattura prima di essere sospetta',
    en: 'How many times a customer’s usual invoice an invoice may be before it is suspicious',
  },
  schema: Type.Integer({ minimum: 2, maximum: 100 }),
  default: 5,
});

export const billingSettings = [
  BILLING_AT,
  BILLING_AUTOMATIC,
  CONTRACTS_PERCENT_MIN,
  CONTRACTS_PERCENT_MAX,
  TOTAL_PERCENT_MIN,
  TOTAL_PERCENT_MAX,
  MEDIAN_TIMES,
] as const;

/** Inside a transaction with its `sql`. */
export async function billingLimits(settings: CoreSettings, sql?: Sql): Promise<BillingLimits> {
  return {
    ...DEFAULT_LIMITS,
    countLow: (await settings.get(CONTRACTS_PERCENT_MIN, sql)) / 100,
    countHigh: (await settings.get(CONTRACTS_PERCENT_MAX, sql)) / 100,
    totalLow: (await settings.get(TOTAL_PERCENT_MIN, sql)) / 100,
    totalHigh: (await settings.get(TOTAL_PERCENT_MAX, sql)) / 100,
    medianTimes: await settings.get(MEDIAN_TIMES, sql),
  };
}
