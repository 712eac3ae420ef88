import { defineEntity, p } from '@mikro-orm/core';
import type { ContractState, PlainDate } from '@traliccio/sdk';
import { exact, type RowOf } from '../exact.ts';
import type { Terms } from '../plans/terms.ts';

export const ContractEntity = exact(
  defineEntity({
    name: 'Contract',
    tableName: 'contract',
    properties: {
      id: p.integer().primary(),
      code: p.string(),
      issuerId: p.integer(),
      customerId: p.integer(),
      payerId: p.integer(),
      siteId: p.integer().nullable(),
      state: p.string().$type<ContractState>(),
      signedOn: p.string().$type<PlainDate>().nullable(),
      activatedOn: p.string().$type<PlainDate>().nullable(),
      noticeOn: p.string().$type<PlainDate>().nullable(),
      /** The first day that is no longer in the contract; people are shown the day before. */
      endsOn: p.string().$type<PlainDate>().nullable(),
      billedThrough: p.string().$type<PlainDate>().nullable(),
      nextDue: p.string().$type<PlainDate>().nullable(),
      settledTo: p.string().$type<PlainDate>().nullable(),
      series: p.string().nullable(),
      paymentMethod: p.string().nullable(),
      paymentDays: p.integer().nullable(),
      purchaseOrder: p.string().nullable(),
      purchaseOrderDate: p.string().$type<PlainDate>().nullable(),
      cig: p.string().nullable(),
      cup: p.string().nullable(),
      separateGroup: p.string(),
      installStreet: p.string().nullable(),
      installHouseNumber: p.string().nullable(),
      installPostcode: p.string().nullable(),
      installCity: p.string().nullable(),
      installProvince: p.string().nullable(),
      /** JSON object of texts. */
      attributes: p.text(),
      importHash: p.string().nullable(),
      version: p.integer().version(),
      createdAt: p.integer(),
      updatedAt: p.integer(),
    },
  }),
);
export type ContractRow = RowOf<typeof ContractEntity>;

export const ItemVersionEntity = exact(
  defineEntity({
    name: 'ContractItemVersion',
    tableName: 'contract_item_version',
    properties: {
      id: p.integer().primary(),
      contractId: p.integer(),
      item: p.string(),
      planId: p.integer().nullable(),
      description: p.string(),
      quantity: p.integer(),
      validFrom: p.string().$type<PlainDate>(),
      /** The first day on which it no longer holds. */
      validTo: p.string().$type<PlainDate>().nullable(),
      startsItem: p.boolean(),
      anchor: p.string().$type<PlainDate>(),
      anchorLastDay: p.boolean(),
      cadence: p.string(),
      timing: p.string().$type<Terms['timing']>(),
      offsetDays: p.integer(),
      proration: p.string().$type<Terms['proration']>(),
      firstPeriod: p.string().$type<Terms['firstPeriod']>(),
      endCredit: p.boolean(),
      priceE8: p.integer(),
      vatIncluded: p.boolean(),
      vatRate: p.integer(),
      natura: p.string().nullable(),
      vatReference: p.string().nullable(),
      planPriceId: p.integer().nullable(),
      billedTo: p.string().$type<PlainDate>().nullable(),
      createdAt: p.integer(),
    },
  }),
);
export type ItemVersionRow = RowOf<typeof ItemVersionEntity>;
