import type { CoreSetting } from '../kernel/settings/core-setting.ts';
import { billingSettings } from './billing/settings.ts';
import { reportSettings } from './reports/settings.ts';
import { SESSION_IDLE_MINUTES } from './operators/session.settings.ts';
import { PRICE_CHANGE_NOTICE_DAYS } from './price-changes/price-change.settings.ts';

/** Core's own settings: these and no others. */
export const settings: readonly CoreSetting[] = [
  ...billingSettings,
  ...reportSettings,
  SESSION_IDLE_MINUTES,
  PRICE_CHANGE_NOTICE_DAYS,
];
