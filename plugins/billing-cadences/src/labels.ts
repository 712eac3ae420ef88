import type { CadenceInfo, Label } from '@traliccio/sdk';
import type { Cadence, Unit } from './cadence.ts';

export function describeCadence({ unit, count }: Cadence): CadenceInfo {
  return { label: labelOf(unit, count), warning: unit === 'months' ? null : NOT_FOR_CONSUMERS };
}

/** Law 172/2017, art. 19-quinquiesdecies: months or multiples of them, so that a year has twelve bills and not thirteen. */
const NOT_FOR_CONSUMERS: Label = {
  it: 'I contratti di telefonia e internet dei consumatori si fatturano solo a mesi o multipli di mese (legge 172/2017): confermi che questo contratto non lo sia.',
  en: "Consumers' telephone and internet contracts may be billed by the month or multiples of it only (law 172/2017): confirm that this contract is not one.",
};

function labelOf(unit: Unit, count: number): Label {
  if (unit === 'months' && NAMED[count]) return NAMED[count];
  const { one, many } = UNITS[unit];
  if (count === 1) return { it: `Ogni ${one.it}`, en: `Every ${one.en}` };
  return { it: `Ogni ${count} ${many.it}`, en: `Every ${count} ${many.en}` };
}

const NAMED: Readonly<Record<number, Label>> = {
  1: { it: 'Mensile', en: 'Monthly' },
  2: { it: 'Bimestrale', en: 'Every two months' },
  3: { it: 'Trimestrale', en: 'Quarterly' },
  4: { it: 'Quadrimestrale', en: 'Every four months' },
  6: { it: 'Semestrale', en: 'Half-yearly' },
  12: { it: 'Annuale', en: 'Yearly' },
};
const UNITS: Readonly<Record<Unit, { one: Label; many: Label }>> = {
  months: { one: { it: 'mese', en: 'month' }, many: { it: 'mesi', en: 'months' } },
  weeks: { one: { it: 'settimana', en: 'week' }, many: { it: 'settimane', en: 'weeks' } },
  days: { one: { it: 'giorno', en: 'day' }, many: { it: 'giorni', en: 'days' } },
};
