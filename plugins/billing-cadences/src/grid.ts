import {
  type Anchor,
  type BillingGrid,
  dateFromDayNumber,
  dateOf,
  dayNumber,
  dayOf,
  monthOf,
  type PlainDate,
  yearOf,
} from '@traliccio/sdk';

/**
 * Periods of `count` months. Every boundary is counted from the anchor and its day clamped to the month's last:
 * 31 January, 28 February, 31 March. Counted from the one before, it would never get back to the 31st.
 */
export function monthGrid(count: number, anchor: Anchor): BillingGrid {
  const first = monthNumber(anchor.date);
  const day = anchor.lastDay ? 31 : dayOf(anchor.date);
  const boundary = (k: number): PlainDate => {
    const month = first + k * count;
    const year = Math.floor(month / 12);
    return dateOf(year, month - year * 12 + 1, day);
  };
  return {
    boundary,
    indexOf(date) {
      const k = Math.floor((monthNumber(date) - first) / count);
      // The next boundary lies in a later month than `date`; only this one may still be ahead, in the same month.
      return date < boundary(k) ? k - 1 : k;
    },
  };
}

/** Periods of `length` days: plain addition. A last-day flag means nothing here. */
export function dayGrid(length: number, anchor: Anchor): BillingGrid {
  const first = dayNumber(anchor.date);
  return {
    boundary: (k) => dateFromDayNumber(first + k * length),
    indexOf: (date) => Math.floor((dayNumber(date) - first) / length),
  };
}

const monthNumber = (date: PlainDate): number => yearOf(date) * 12 + monthOf(date) - 1;
