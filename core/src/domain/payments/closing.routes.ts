import { PAYMENT_METHODS, type PlainDate, type Sql } from '@traliccio/sdk';
import { Type } from 'typebox';
import type { Database } from '../../kernel/db/database.ts';
import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { Cents, Day, Fields, Id, Instant, Line, Nullable, OneOf } from '../../kernel/http/schemas.ts';
import { Ref } from '../ref.schema.ts';
import {
  closingsOf,
  expectedOf,
  receiptsOf,
  type Closing,
  type TillClosings,
  type TillDay,
} from './closing.ts';
import { PAYMENT_KINDS } from './payment-row.ts';
import { MOST_CENTS } from './payment.rules.ts';

const Operator = { ...Line(200), description: 'E-mail address; without it, whoever asks' };
const ClosingView = Fields({
  day: Day,
  receipts: Type.Integer({ minimum: 0 }),
  expectedCash: Cents,
  expectedPos: Cents,
  countedCash: Cents,
  difference: { ...Cents, description: 'Counted less expected: less than 0 is missing' },
  note: Nullable(Type.String()),
  closedBy: Type.String(),
  closedAt: Instant,
});
const TillView = Fields({
  operator: Type.String(),
  day: Day,
  expectedCash: Cents,
  expectedPos: Cents,
  receipts: Type.Array(
    Fields({
      paymentId: Id,
      number: Type.Integer({ minimum: 1 }),
      kind: OneOf(PAYMENT_KINDS),
      method: OneOf(PAYMENT_METHODS),
      customer: Ref,
      amount: { ...Cents, description: 'Less than 0 is paid out or taken back' },
    }),
  ),
  closing: Nullable(ClosingView),
  history: Type.Array(ClosingView, { description: 'The last 31 closings of the operator, the newest first' }),
});
const ClosingInput = Fields({
  day: Day,
  operator: Type.Optional(Operator),
  countedCash: Type.Integer({
    minimum: -MOST_CENTS,
    maximum: MOST_CENTS,
    description: 'Euro cents in the till',
  }),
  note: Type.Optional(Nullable(Line(300))),
});

const closingView = (closing: Closing) => ({
  ...closing,
  difference: closing.countedCash - closing.expectedCash,
});

async function tillView(sql: Sql, till: TillDay) {
  const [receipts, history, [closing]] = [
    await receiptsOf(sql, till),
    await closingsOf(sql, till.operator),
    await closingsOf(sql, till.operator, till.day),
  ];
  const expected = expectedOf(receipts);
  return {
    ...till,
    expectedCash: expected.cash,
    expectedPos: expected.pos,
    receipts: receipts.map(({ customerId, customerCode, customerName, ...one }) => ({
      ...one,
      customer: { id: customerId, code: customerCode, name: customerName },
    })),
    closing: closing ? closingView(closing) : null,
    history: history.map(closingView),
  };
}

export const closingRoutes = ({
  database,
  tillClosings,
}: {
  readonly database: Database;
  readonly tillClosings: TillClosings;
}): readonly CoreRoute[] => [
  route({
    method: 'GET',
    path: '/receipts/closing',
    summary: 'What an operator took in cash and by POS in a day, and whether the day is closed',
    permission: 'receipts.close',
    mode: 'read',
    query: Fields({ day: Day, operator: Type.Optional(Operator) }),
    response: TillView,
    handler: ({ query, actor }) =>
      tillView(database.sql, { operator: query.operator ?? actor.name, day: query.day as PlainDate }),
  }),
  route({
    method: 'POST',
    path: '/receipts/closing',
    summary:
      'Closes the till of an operator for a day: no receipt of that day is added or taken back any more',
    permission: 'receipts.close',
    mode: 'write',
    body: ClosingInput,
    response: TillView,
    status: 201,
    async handler({ body, actor }, tx) {
      const till = { operator: body.operator ?? actor.name, day: body.day };
      await tillClosings.close(tx, till, { cash: body.countedCash, note: body.note ?? null }, actor);
      return tillView(tx, till);
    },
  }),
];
