import { definePages, SESSION_OVER, type PageRoute, type PluginPages } from '@traliccio/sdk/ui';
import { watch } from 'vue';
import type { RouteRecordRaw } from 'vue-router';
import PluginPage from '../slots/PluginPage.vue';
import { addParts, removeParts, type PluginName } from '../slots/parts.ts';
import { api, dataOf, sessionEnded } from './api.ts';
import { i18n, language, texts } from './i18n.ts';
import { addPages, removePages, router } from './router.ts';
import { session } from './session.ts';
import { say } from './toasts.ts';

type Plugin = PluginName & { readonly entry: string; readonly styles: readonly string[] };

/** A module may take for ever: nobody waits for it so long. */
const PATIENCE_MS = 10_000;

/** What plugins have here now, by their ids: names of pages, and style sheets. */
const present = new Map<string, { readonly pages: readonly string[]; readonly styles: readonly Element[] }>();
let loading: Promise<void> | undefined;
// When the server does not answer, the next that needs them tries again.
const load = (): Promise<void> => (loading ??= loadAll().catch(() => void (loading = undefined)));

/** After plugins have been switched on or off: their pages come and go without a reload. */
export async function refreshPlugins(): Promise<void> {
  await loading;
  loading = undefined;
  await load();
}

/**
 * Pages, tabs and tiles of the plugins that are up, loaded once, when somebody is logged in. Nothing but their own
 * pages waits for them, and one that can't be loaded is missing, and nothing else.
 */
export function followPlugins(): void {
  const mayLoad = (): boolean => session.me !== null && !session.me.mustChangePassword;
  watch(mayLoad, (may) => may && void load(), { immediate: true });
  addEventListener(SESSION_OVER, sessionEnded);
  router.beforeEach(async (to) => {
    if (to.name !== 'missing' || !to.path.startsWith('/p/') || !mayLoad()) return true;
    await load();
    // By now there may be such a page.
    return router.resolve(to.fullPath).name === 'missing' || { path: to.fullPath, replace: true };
  });
}

async function loadAll(): Promise<void> {
  const { items } = await dataOf(api.GET('/api/admin/plugins'));
  for (const id of present.keys()) if (!items.some((plugin) => plugin.id === id)) drop(id);
  const fresh = items.filter((plugin) => !present.has(plugin.id));
  await Promise.all(
    fresh.map((plugin) =>
      Promise.race([loadOne(plugin), tooLong()]).catch((error: unknown) => {
        reportError(new Error(`plugin ${plugin.id}: ${String(error)}`, { cause: error }));
        say(texts.t('pluginPages.missing', { name: plugin.label[language()] }), { kind: 'warning' });
      }),
    ),
  );
}

const tooLong = (): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error('its module takes too long')), PATIENCE_MS));

async function loadOne(plugin: Plugin): Promise<void> {
  const { id, entry, styles } = plugin;
  const module = (await import(/* @vite-ignore */ entry)) as { readonly default?: PluginPages };
  if (module.default === undefined) throw new TypeError('its module has no default export');
  // Once more: what it exports need not be made by the function that checks it.
  const { messages, routes = [], slots = [] } = definePages(module.default as never);
  const links = styles.map((href) =>
    Object.assign(document.createElement('link'), { rel: 'stylesheet', href }),
  );
  document.head.append(...links);
  const { mergeLocaleMessage } = i18n.global as unknown as {
    mergeLocaleMessage(locale: string, message: object): void;
  };
  for (const locale of ['it', 'en'] as const) mergeLocaleMessage(locale, { p: { [id]: messages[locale] } });
  const pages = routes.map((page) => routeOf(plugin, page));
  present.set(id, { pages: pages.map(({ name }) => String(name)), styles: links });
  addPages(pages);
  addParts(plugin, slots);
}

function drop(id: string): void {
  const { pages, styles } = present.get(id)!;
  present.delete(id);
  for (const link of styles) link.remove();
  removePages(pages);
  removeParts(id);
}

function routeOf(plugin: PluginName, page: PageRoute): RouteRecordRaw {
  const { id } = plugin;
  const { nav, permission, parent } = page;
  return {
    path: `/p/${id}${page.path === '' ? '' : `/${page.path}`}`,
    name: `${id}.${page.name}`,
    component: PluginPage,
    props: { plugin, page },
    meta: {
      title: `p.${id}.${page.title}`,
      ...(permission === undefined ? {} : { permission }),
      ...(nav === undefined ? {} : { nav }),
      ...(parent === undefined ? {} : { parent: `${id}.${parent}` }),
    },
  };
}
