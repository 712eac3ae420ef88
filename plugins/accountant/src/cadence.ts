import { addDays, dateOf, dayOf, monthOf, type PlainDate, yearOf } from '@traliccio/sdk';

/** When packages go out by themselves: on a day of each month, or of each first month of a quarter. */
export type Plan = { readonly cadence: 'never' | 'monthly' | 'quarterly'; readonly day: number };
export type Period = { readonly from: PlainDate; readonly to: PlainDate };

/** The month or quarter that is over and goes out on this day; null on other days. */
export function periodDueOn(date: PlainDate, { cadence, day }: Plan): Period | null {
  if (cadence === 'never' || dayOf(date) !== day) return null;
  const months = cadence === 'monthly' ? 1 : 3;
  if ((monthOf(date) - 1) % months !== 0) return null;
  const to = addDays(dateOf(yearOf(date), monthOf(date), 1), -1);
  return { from: dateOf(yearOf(to), monthOf(to) - months + 1, 1), to };
}

/** The first day behind this one on which something goes out; null when nothing ever does. */
export function nextDue(today: PlainDate, plan: Plan): (Period & { readonly on: PlainDate }) | null {
  if (plan.cadence === 'never') return null;
  for (let on = addDays(today, 1); ; on = addDays(on, 1)) {
    const period = periodDueOn(on, plan);
    if (period) return { on, ...period };
  }
}
