import { auditList, auditLists } from '../kernel/audit/audit.list.ts';
import { outboxList, outboxLists } from '../kernel/events/outbox.list.ts';
import type { AnyList } from '../kernel/http/list.ts';
import type { ListNeeds } from '../kernel/http/list-route.ts';
import type { CoreRoute } from '../kernel/http/route.ts';
import { runList, runLists } from '../kernel/jobs/run.list.ts';
import { noticeList, noticeLists } from '../kernel/notices/notice.list.ts';
import { parkedList, parkedLists } from './billing/parked.list.ts';
import { chargeList, chargeLists } from './charges/charge.list.ts';
import { contractList, contractLists } from './contracts/contract.list.ts';
import { holdList, holdLists } from './contracts/hold.list.ts';
import { customerList, customerLists } from './customers/customer.list.ts';
import { documentList, documentLists } from './documents/document.list.ts';
import { openItemList, openItemLists } from './payments/open-item.list.ts';
import { paymentList, paymentLists } from './payments/payment.list.ts';
import { planList, planLists } from './plans/plan.list.ts';
import { draftList, draftLists } from './drafts/draft.list.ts';
import {
  priceChangeContractList,
  priceChangeList,
  priceChangeLists,
} from './price-changes/price-change.list.ts';
import { searchRoutes } from './search-routes.ts';
import { siteList, siteLists } from './sites/site.list.ts';

/** Every list that there is, to be tested all alike. */
export const lists: readonly AnyList[] = [
  customerList,
  contractList,
  siteList,
  planList,
  documentList,
  chargeList,
  parkedList,
  holdList,
  runList,
  noticeList,
  auditList,
  outboxList,
  priceChangeList,
  priceChangeContractList,
  draftList,
  paymentList,
  openItemList,
];

/** Lists over HTTP, and the search over all of them. */
export const listRoutes = (needs: ListNeeds): readonly CoreRoute[] => [
  ...customerLists(needs),
  ...contractLists(needs),
  ...siteLists(needs),
  ...planLists(needs),
  ...documentLists(needs),
  ...chargeLists(needs),
  ...parkedLists(needs),
  ...holdLists(needs),
  ...runLists(needs),
  ...noticeLists(needs),
  ...auditLists(needs),
  ...outboxLists(needs),
  ...priceChangeLists(needs),
  ...draftLists(needs),
  ...paymentLists(needs),
  ...openItemLists(needs),
  ...searchRoutes(needs),
];
