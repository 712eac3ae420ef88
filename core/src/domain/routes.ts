import type { Kernel } from '../kernel/kernel.ts';
import type { CoreRoute } from '../kernel/http/route.ts';
import { chargeRoutes } from './charges/charge.routes.ts';
import { billingRoutes } from './billing/billing.routes.ts';
import { contractPreviewRoutes } from './billing/contract-preview.routes.ts';
import { previewRoutes } from './billing/preview.routes.ts';
import { contractRoutes } from './contracts/contract.routes.ts';
import { holdRoutes } from './contracts/hold.routes.ts';
import { itemRoutes } from './contracts/item.routes.ts';
import { customerRoutes } from './customers/customer.routes.ts';
import { dashboardRoutes } from './dashboard/dashboard.routes.ts';
import { creditRoutes } from './documents/credit.routes.ts';
import { lockRoutes } from './documents/lock.routes.ts';
import { documentRoutes } from './documents/document.routes.ts';
import { resendRoutes } from './documents/resend.routes.ts';
import { draftRoutes } from './drafts/draft.routes.ts';
import { exportRoutes } from './exports.routes.ts';
import { importRoutes } from './import/import.routes.ts';
import type { Services } from './index.ts';
import { issuerRoutes } from './issuer/issuer.routes.ts';
import { listRoutes } from './list-routes.ts';
import { operatorRoutes } from './operators/operators.routes.ts';
import { accountRoutes } from './payments/account.routes.ts';
import { closingRoutes } from './payments/closing.routes.ts';
import { paymentRoutes } from './payments/payment.routes.ts';
import { planRoutes } from './plans/plan.routes.ts';
import { priceChangeRoutes } from './price-changes/price-change.routes.ts';
import { reportRoutes } from './reports/report.routes.ts';
import { siteRoutes } from './sites/site.routes.ts';

/** What the domain answers over HTTP. */
export const routes = (app: Kernel & Services): readonly CoreRoute[] => [
  ...operatorRoutes(app),
  ...issuerRoutes(app),
  ...customerRoutes(app),
  ...siteRoutes(app),
  ...planRoutes(app),
  ...priceChangeRoutes(app),
  ...contractRoutes(app),
  ...itemRoutes(app),
  ...holdRoutes(app),
  ...chargeRoutes(app),
  ...documentRoutes(app),
  ...creditRoutes(app),
  ...draftRoutes(app),
  ...resendRoutes(app),
  ...lockRoutes(app),
  ...paymentRoutes(app),
  ...accountRoutes(app),
  ...closingRoutes(app),
  ...reportRoutes(app),
  ...billingRoutes(app),
  ...previewRoutes(app),
  ...contractPreviewRoutes(app),
  ...importRoutes(app),
  ...dashboardRoutes(app),
  ...listRoutes(app),
  ...exportRoutes(app),
];
