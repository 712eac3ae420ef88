import assert from 'node:assert/strict';
import { delimiter } from 'node:path';
import { after, it } from 'node:test';
import { build, removeBuilds } from '../host/built.ts';
import { outsidePlugins } from '../host/outside-plugin.ts';
import { logIn, onDemoCommand, PHONE, type Seat, type WhoLooks } from './browser.ts';
import { hire } from './hire.ts';

const UI = { entry: './ui/index.js' };
/** Whatever it shows throws; one page only when it is asked to. */
const BROKEN = `
import { definePages, slot } from '@traliccio/sdk/ui';
import { h, resolveComponent } from 'vue';
const thrower = () => { throw new Error('it is broken'); };
const clicker = () => h(resolveComponent('VBtn'), { onClick: thrower }, () => 'Prova');
const texts = { broken: 'Guasta', later: 'Poi guasta' };
const nav = { group: 'system', icon: 'M0 0h24v24H0z', order: 200 };
export default definePages({
  messages: { it: texts, en: texts },
  routes: [
    { path: '', name: 'broken', title: 'broken', nav, component: thrower },
    { path: 'later/:id', name: 'later', title: 'later', parent: 'broken', component: clicker },
    { path: 'secret', name: 'secret', title: 'later', permission: 'broken.see', nav, component: clicker },
  ],
  slots: [slot('dashboard.tile', { title: 'broken', component: thrower })],
});`;

const folders = await outsidePlugins(
  {
    id: 'broken',
    setup: '',
    manifest: { ui: UI, permissions: [{ id: 'broken.see', label: { it: 'x', en: 'x' } }] },
    files: { 'ui/index.js': BROKEN },
  },
  { id: 'lost', setup: '', manifest: { ui: UI } },
  { id: 'empty', setup: '', manifest: { ui: UI }, files: { 'ui/index.js': 'export default {};' } },
);
const hello = await build('examples/plugin-hello');
after(removeBuilds);

onDemoCommand(
  'pages of plugins',
  (place) => {
    /** What is lost or broken the browser is meant to complain of. */
    const expecting = (seat: Seat): Seat => {
      for (const complaint of [/404.*plugin-pages\/lost/, /plugin (lost|empty)/, /it is broken/])
        seat.expect(complaint);
      return seat;
    };
    const operator = async ({ login = place.login, ...options }: WhoLooks = {}): Promise<Seat> => {
      const seat = expecting(await place.stranger(options));
      await logIn(seat.page, login);
      return seat;
    };

    it('has those of a plugin among its own, and says which could not be loaded', async () => {
      const { page, open, isAccessible } = await operator();
      for (const id of ['lost', 'empty'])
        await page.getByText(`Le pagine del plugin ${id} non si sono caricate.`).waitFor();
      await page.getByRole('navigation').getByRole('link', { name: 'Documenti al giorno' }).click();
      await page.waitForURL('**/p/hello');
      await page.getByRole('heading', { level: 1, name: 'Documenti al giorno' }).waitFor();
      assert.match(await page.getByRole('row').nth(1).innerText(), /^\d\d\/11\/2026\s+\d+$/);
      assert.equal(await page.title(), 'Documenti al giorno · Traliccio');
      // Its style sheet is there.
      assert.equal((await page.locator('.hello-days').boundingBox())?.width, 480);
      await isAccessible();
      await open('/p/hello');
      await isAccessible();
      await page.getByRole('button', { name: 'Il mio profilo' }).click();
      await page.getByText('English').click();
      await page.getByRole('heading', { level: 1, name: 'Documents a day' }).waitFor();
    });

    it('has its tile on the dashboard, beside one that is broken', async () => {
      const { page, open, isAccessible } = await operator();
      await open('/');
      await page.getByRole('heading', { name: 'Ultimo giorno di emissione' }).waitFor();
      await page.getByText(/\d+ documenti emessi/).waitFor();
      await page.getByText('Questa parte del plugin broken non ha funzionato.').waitFor();
      await isAccessible();
      await page.getByRole('link', { name: /\d\d\/11\/2026/ }).click();
      await page.waitForURL('**/p/hello');
    });

    it('goes on when a page of a plugin does not', async () => {
      const { page, open, isAccessible } = await operator();
      await open('/p/broken');
      await page.getByText('Questa parte del plugin broken non ha funzionato.').waitFor();
      await isAccessible();
      await open('/p/broken/later/12');
      const breadcrumbs = page.getByRole('navigation', { name: 'Percorso' });
      await page.getByRole('button', { name: 'Prova' }).click();
      await page.getByText('Questa parte del plugin broken non ha funzionato.').waitFor();
      await page.getByRole('button', { name: 'Riprova' }).click();
      await page.getByRole('button', { name: 'Prova' }).waitFor();
      await breadcrumbs.getByRole('link', { name: 'Guasta' }).click();
      await page.waitForURL('**/p/broken');
      await page.getByRole('navigation').getByRole('link', { name: 'Clienti' }).click();
      await page.waitForURL('**/customers');
      await page.getByRole('heading', { level: 1, name: 'Clienti' }).waitFor();
      await open('/p/lost');
      await page.getByRole('heading', { level: 1, name: 'Pagina inesistente' }).waitFor();
    });

    it('has its part in the page of a customer', async () => {
      const { page, isAccessible } = await operator();
      const { json } = await place.api('GET', '/customers?limit=1');
      const [customer] = (json as { items: { id: number }[] }).items;
      await page.goto(`/customers/${customer!.id}`);
      await page.getByRole('heading', { name: 'Saluti' }).waitFor();
      await page
        .getByText(/document[oi] emess[oi]/)
        .first()
        .waitFor();
      await isAccessible();
    });

    it('hides what an operator may not see', async () => {
      const login = await hire(place, { name: 'Carla', permissions: ['customers.read'] });
      const { page } = await operator({ login });
      await page.getByRole('navigation').getByRole('link', { name: 'Guasta' }).waitFor();
      const nav = await page.getByRole('navigation').first().innerText();
      assert.ok(!/Documenti al giorno|Poi guasta/.test(nav), nav);
      await page.goto('/p/hello');
      await page.waitForURL('**/forbidden/p/hello');
    });

    it('shows its part to whoever comes by a link and logs in on the way, also on a phone', async () => {
      const { page, isAccessible } = expecting(await place.stranger(PHONE));
      await page.goto('/p/hello');
      await page.waitForURL(/\/login\?to=/);
      await page.locator('input:focus').waitFor();
      await page.getByLabel('Indirizzo e-mail').fill(place.login.email);
      await page.getByLabel('Password', { exact: true }).fill(place.login.password);
      await page.getByRole('button', { name: 'Entra' }).click();
      await page.getByRole('heading', { level: 1, name: 'Documenti al giorno' }).waitFor();
      await page.getByRole('row').nth(1).waitFor();
      await isAccessible();
      const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
      assert.ok(width <= 390, `${width} px wide`);
    });

    it('go when it is switched off, and come back with it, without a reload', async () => {
      const { page, open } = await operator();
      await open('/plugins');
      const link = page.getByRole('navigation').getByRole('link', { name: 'Documenti al giorno' });
      await link.waitFor();
      await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
      const row = page.getByRole('listitem').filter({ hasText: 'Esempio' });
      await row.getByRole('checkbox', { checked: true }).click();
      await page.getByRole('button', { name: 'Spegni' }).click();
      await link.waitFor({ state: 'detached' });
      await row.getByRole('checkbox', { checked: false }).click();
      await link.click();
      await page.getByRole('row').nth(1).waitFor();
      assert.equal((await page.locator('.hello-days').boundingBox())?.width, 480);
      assert.equal(await page.evaluate(() => 'isSamePage' in globalThis), true);
    });
  },
  { TRALICCIO_PLUGINS: [hello, ...folders].join(delimiter) },
);
