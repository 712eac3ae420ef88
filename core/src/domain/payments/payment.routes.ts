import type { Clock } from '@traliccio/sdk';
import type { Database } from '../../kernel/db/database.ts';
import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { IdParams } from '../../kernel/http/schemas.ts';
import { BalanceView } from './account.schema.ts';
import { balanceOf } from './ageing.ts';
import { paymentDetail } from './payment-detail.ts';
import {
  AllocateInput,
  PaymentDetail,
  PaymentInput,
  RefundInput,
  ReturnInput,
  TakeBackInput,
} from './payment.schema.ts';
import type { PaymentService } from './payment.service.ts';

export const paymentRoutes = ({
  database,
  clock,
  payments,
}: {
  readonly clock: Clock;
  readonly database: Database;
  readonly payments: PaymentService;
}): readonly CoreRoute[] => [
  route({
    method: 'POST',
    path: '/payments',
    summary: 'Records money that came in; what is left over is credit of the customer',
    permission: 'payments.write',
    mode: 'write',
    body: PaymentInput,
    response: PaymentDetail,
    status: 201,
    handler: async ({ body, actor }, tx) => paymentDetail(tx, await payments.receive(tx, body, actor)),
  }),
  route({
    method: 'GET',
    path: '/payments/:id',
    summary: 'A payment, and what it pays',
    permission: 'payments.read',
    mode: 'read',
    params: IdParams,
    response: PaymentDetail,
    handler: ({ params }) => paymentDetail(database.sql, params.id),
  }),
  route({
    method: 'POST',
    path: '/payments/:id/allocate',
    summary: 'What is left of a payment pays the oldest open invoices, or these',
    permission: 'payments.write',
    mode: 'write',
    params: IdParams,
    body: AllocateInput,
    response: PaymentDetail,
    async handler({ params, body, actor }, tx) {
      await payments.allocate(tx, params.id, body.allocate, actor);
      return paymentDetail(tx, params.id);
    },
  }),
  route({
    method: 'POST',
    path: '/payments/:id/return',
    summary: 'The money came back, as a direct debit does: what it paid is open again',
    permission: 'payments.write',
    mode: 'write',
    params: IdParams,
    body: ReturnInput,
    response: PaymentDetail,
    async handler({ params, body, actor }, tx) {
      await payments.changeState(tx, { paymentId: params.id, state: 'returned', ...body }, actor);
      return paymentDetail(tx, params.id);
    },
  }),
  route({
    method: 'POST',
    path: '/payments/:id/reverse',
    summary: 'Takes back a payment or refund that should not have been recorded, by a counter-entry',
    permission: 'payments.write',
    mode: 'write',
    params: IdParams,
    body: TakeBackInput,
    response: PaymentDetail,
    async handler({ params, body, actor }, tx) {
      await payments.reverse(tx, { paymentId: params.id, ...body }, actor);
      return paymentDetail(tx, params.id);
    },
  }),
  route({
    method: 'POST',
    path: '/customers/:id/credit/allocate',
    summary: 'All credit of a customer, of credit notes too, pays the oldest open invoices, or these',
    permission: 'payments.write',
    mode: 'write',
    params: IdParams,
    body: AllocateInput,
    response: BalanceView,
    async handler({ params, body, actor }, tx) {
      await payments.useCredit(tx, params.id, body.allocate, actor);
      return balanceOf(tx, params.id, clock.today());
    },
  }),
  route({
    method: 'POST',
    path: '/customers/:id/refunds',
    summary: 'Pays credit back to a customer',
    permission: 'payments.refund',
    mode: 'write',
    params: IdParams,
    body: RefundInput,
    response: PaymentDetail,
    status: 201,
    handler: async ({ params, body, actor }, tx) =>
      paymentDetail(tx, await payments.refund(tx, { customerId: params.id, ...body }, actor)),
  }),
];
