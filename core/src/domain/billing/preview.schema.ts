import { Type, type Static } from 'typebox';
import { RunState, RunView } from '../../kernel/jobs/run.schema.ts';
import { Cents, Day, Fields, Id, Nullable, OneOf, Page } from '../../kernel/http/schemas.ts';
import { Ref } from '../ref.schema.ts';

const Bound = Fields({
  code: OneOf(['bounds.no_history', 'bounds.count', 'bounds.total', 'bounds.plugin_not_up']),
  message: Type.String(),
});
const Count = Type.Integer({ minimum: 0 });

export const PreviewFigures = Fields({
  documents: Count,
  total: Cents,
  bills: Count,
  parked: Count,
  bounds: Type.Array(Bound, { description: 'What would hold the run' }),
  differences: Fields(
    { new: Count, changed: Count, gone: Count },
    { description: 'What is not as it was the last time' },
  ),
});
export type PreviewFigures = Static<typeof PreviewFigures>;

const { kind: _, ...state } = RunState.properties;
export const PreviewView = Fields({ ...state, figures: Nullable(PreviewFigures) });
export type PreviewView = Static<typeof PreviewView>;

const Invoice = Fields({ id: Id, numberText: Type.String(), date: Day, total: Cents });
export type PreviewInvoice = Static<typeof Invoice>;

export const PreviewBill = Fields({
  customerId: Id,
  customer: Type.String({ description: 'Code of the payer' }),
  name: Type.String(),
  contracts: Type.Array(Type.String()),
  total: Cents,
  outcome: OneOf(['issue', 'wait', 'credit']),
  before: Nullable(Invoice),
  lines: Type.Array(
    Fields({
      contract: Nullable(Type.String()),
      description: Type.String(),
      from: Nullable(Day),
      to: Nullable(Day),
      amount: Cents,
    }),
  ),
});
export type PreviewBill = Static<typeof PreviewBill>;
export const PreviewBills = Page(PreviewBill);

export const DIFFERENCES = ['new', 'changed', 'gone'] as const;
/**
 * `new`: the first invoice of these contracts; `changed`: it comes to something else than the last one; `gone`: billed
 * a period ago, and nothing now.
 */
export const PreviewDifference = Fields({
  kind: OneOf(DIFFERENCES),
  customer: Ref,
  contracts: Type.Array(Fields({ id: Id, code: Type.String() })),
  total: Nullable(Cents),
  before: Nullable(Invoice),
});
export type PreviewDifference = Static<typeof PreviewDifference>;
export const PreviewDifferences = Page(PreviewDifference);

export const PreviewParked = Fields({
  contractId: Id,
  contract: Type.String({ description: 'Code of the contract' }),
  code: Type.String(),
  field: Type.String(),
  message: Type.String(),
  plugin: Nullable(Type.String()),
});
export type PreviewParked = Static<typeof PreviewParked>;
export const PreviewParkedPage = Page(PreviewParked);

/** `cursor` is the `next` of the page before. */
export const PreviewQuery = Fields({
  cursor: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}-[0-9]{1,15}$' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
});
export const DifferenceQuery = Fields({ ...PreviewQuery.properties, kind: OneOf(DIFFERENCES) });
export const PreviewInput = Fields({ date: Type.Optional(Day) });
export const BillingInput = Fields({
  date: Type.Optional(Day),
  confirm: Type.Optional(
    Type.Boolean({ description: 'Bill although it is the first run, or a bound has tripped' }),
  ),
});
export const BillingToday = Fields({ today: Day, billing: Nullable(RunView), preview: Nullable(RunView) });
