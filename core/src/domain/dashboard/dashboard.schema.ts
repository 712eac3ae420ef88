import { Type, type Static } from 'typebox';
import { Cents, Day, Fields, Nullable } from '../../kernel/http/schemas.ts';

const Count = Type.Integer({ minimum: 0 });

const Period = { from: Day, to: Day };
export const Turnover = Fields({
  ...Period,
  net: Cents,
  vat: Cents,
  total: Cents,
  invoices: Count,
  creditNotes: Count,
});
export type Turnover = Static<typeof Turnover>;

/** Null is what whoever asks may not see. */
export const Dashboard = Fields({
  today: Day,
  hasIssuer: Type.Boolean({ description: 'Whether it is said who issues: nothing is billed before' }),
  turnover: Nullable(
    Fields(
      {
        thisMonth: Turnover,
        sameDays: Fields({ ...Turnover.properties }, { description: 'The last month up to the same day' }),
        lastMonth: Turnover,
      },
      { description: 'Issued and imported documents by their date, credit notes taken off' },
    ),
  ),
  contracts: Nullable(
    Fields({
      active: Count,
      due: Type.Integer({ minimum: 0, description: 'To be billed until today' }),
      dueSoon: Fields({ ...Period, count: Count }, { description: 'To be billed in the next seven days' }),
      parked: Count,
    }),
  ),
  payments: Nullable(
    Fields({
      overdue: { ...Cents, description: 'Due before today, without what pending payments ask for' },
      overdueDocuments: Count,
      collected: { ...Cents, description: 'Came in this month, less what came back' },
    }),
  ),
  deliveries: Nullable(Fields({ dead: Count, uncertain: Count })),
  lateJobs: Nullable(Count),
});
export type Dashboard = Static<typeof Dashboard>;
