/** What the compiler says of a plugin's pages. Checked by `npm run typecheck`; it never runs. */
import { definePages, slot, usePluginApi } from '../ui/index.ts';

type Props<P> = { new (): { $props: P } };
/** What `defineComponent` and `.vue` files make. */
declare const ofCustomer: Props<{ readonly customerId: number; readonly title?: string }>;
declare const ofContract: Props<{ readonly contractId: number }>;
declare const ofText: Props<{ readonly customerId: string }>;
declare const ofNothing: Props<object>;

const messages = { it: { title: 'Oggi', of: { one: 'uno' } }, en: { title: 'Today', of: { one: 'one' } } };
const route = { path: '', name: 'today', title: 'title', component: ofNothing };

export const right = definePages({
  messages,
  routes: [route, { ...route, name: 'other', nav: { group: 'work', icon: 'M0 0', order: 15 } }],
  slots: [
    slot('customer.tab', { title: 'title', component: ofCustomer }),
    slot('customer.tab', { title: 'title', component: ofNothing }),
    slot('customer.tab', {
      title: 'title',
      component: ({ customerId }: { customerId: number }) => customerId,
    }),
    slot('tonight.part', { title: 'title', component: { setup: (p: { date: string }) => () => p.date } }),
    slot('dashboard.tile', { title: 'title', permission: 'documents.read', component: ofNothing }),
  ],
});

export const wrong = [
  // @ts-expect-error a text that the other language lacks
  () => definePages({ messages: { it: { title: 'Oggi', day: 'Giorno' }, en: { title: 'Today' } } }),
  // @ts-expect-error a language that is missing
  () => definePages({ messages: { it: { title: 'Oggi' } } }),
  // @ts-expect-error a group of the navigation that there is not
  () => definePages({ messages, routes: [{ ...route, nav: { group: 'tools', icon: 'M0 0', order: 1 } }] }),
  // @ts-expect-error a page without a title
  () => definePages({ messages, routes: [{ path: '', name: 'today', component: ofNothing }] }),
  // @ts-expect-error a place that there is not
  () => slot('customer.tabs', { title: 'title', component: ofNothing }),
  // @ts-expect-error a part without its title
  () => slot('customer.tab', { component: ofCustomer }),
  // @ts-expect-error a component that wants what the place does not give
  () => slot('customer.tab', { title: 'title', component: ofContract }),
  // @ts-expect-error nor of that type
  () => slot('customer.tab', { title: 'title', component: ofText }),
  // @ts-expect-error a tile is of no customer
  () => slot('dashboard.tile', { title: 'title', component: ofCustomer }),
  // @ts-expect-error the same of a function
  () => slot('contract.tab', { title: 'x', component: (p: { customerId: number }) => p.customerId }),
];

export async function api(): Promise<void> {
  const { get, send } = usePluginApi('hello');
  const { days } = await get<{ days: readonly string[] }>('/days', { query: { limit: 3 } });
  // @ts-expect-error what changes something is sent
  await send('GET', `/days/${days[0]}`);
  // @ts-expect-error a path begins with a slash
  await get('days');
}
