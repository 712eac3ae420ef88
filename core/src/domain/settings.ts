import type { CoreSetting } from '../kernel/settings/core-setting.ts';
import { billingSettings } from './billing/settings.ts';
import { SESSION_IDLE_MINUTES } from './operators/session.settings.ts';

/** Core's own settings: these and no others. */
export const settings: readonly CoreSetting[] = [...billingSettings, SESSION_IDLE_MINUTES];
