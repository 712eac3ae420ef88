import { mdiAccountPlus, mdiFilePlus, mdiTrayArrowUp } from '@mdi/js';
import type { RouteLocationRaw } from 'vue-router';
import { texts } from './i18n.ts';
import { router } from './router.ts';
import { can } from './session.ts';

const ACTIONS = [
  { key: 'newCustomer', icon: mdiAccountPlus, route: 'customer-new', permission: 'customers.write' },
  { key: 'newContract', icon: mdiFilePlus, route: 'contract-new', permission: 'contracts.write' },
  { key: 'import', icon: mdiTrayArrowUp, route: 'import', permission: 'imports.run' },
] as const;

/** What may be begun from anywhere. */
export const pageActions = (): { title: string; icon: string; to: RouteLocationRaw }[] =>
  ACTIONS.filter(({ route, permission }) => router.hasRoute(route) && can(permission)).map(
    ({ key, icon, route }) => ({
      title: texts.t(`palette.actions.${key}`),
      icon,
      to: { name: route },
    }),
  );
