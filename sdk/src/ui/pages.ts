import { SLOT_NAMES, type SlotPart } from './slots.ts';

/** A component of Vue's: options, a function, or what a `.vue` file exports. */
export type UiComponent = object;

/** Groups of the navigation. */
export type NavGroup = 'work' | 'money' | 'network' | 'system';

/** A page of a plugin's. */
export type PageRoute = {
  /** Below `/p/<plugin id>`: an empty text, `devices`, `devices/:id`. */
  readonly path: string;
  /** Unique in the plugin. The router knows it as `<plugin id>.<name>`. */
  readonly name: string;
  /** Key of its heading among the plugin's messages; it is also what the navigation and the window show. */
  readonly title: string;
  /** Without this permission it is neither listed nor shown. A permission that the plugin declares, or one of core's. */
  readonly permission?: string | undefined;
  /** Its place in the navigation; a page without one is reached from others. */
  readonly nav?: {
    readonly group: NavGroup;
    /** A path of SVG in a square of 24, as `@mdi/js` has them. */
    readonly icon: string;
    /** Among the pages of its group: those of the product are at 10, 20, 30. */
    readonly order: number;
  };
  /** Name of the plugin's page that it is below, for the breadcrumbs. */
  readonly parent?: string | undefined;
  /** Shown below the heading. It gets no props: `useRoute()` has the address. */
  readonly component: UiComponent;
};

/** What a plugin's module for browsers exports as its default. */
export type PluginPages = {
  readonly messages: { readonly it: Texts; readonly en: Texts };
  readonly routes?: readonly PageRoute[];
  readonly slots?: readonly SlotPart[];
};

/** Texts by key; keys may be grouped. */
type Texts = { readonly [key: string]: string | Texts };
/** The same keys with other texts. */
type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };

const PATH = /^(?:(?:[a-z][a-z0-9-]*|:[a-z]+)(?:\/(?!$)|$))*$/i;
const NAME = /^[a-z][a-z0-9-]*$/;

/**
 * Declares the pages of a plugin and its parts in pages of the product. Its texts are found below `p.<plugin id>`:
 * `t('p.hello.title')`.
 * @throws TypeError saying what can't be right
 * @example
 * export default definePages({
 *   messages: { it: { devices: 'Apparati' }, en: { devices: 'Devices' } },
 *   routes: [{ path: '', name: 'devices', title: 'devices', component: DevicesPage }],
 * });
 */
export function definePages<const T extends Texts>(pages: {
  readonly messages: { readonly it: T; readonly en: Translated<NoInfer<T>> };
  readonly routes?: readonly PageRoute[];
  readonly slots?: readonly SlotPart[];
}): PluginPages {
  const { messages, routes = [], slots = [] } = pages;
  if (!isThere(messages?.it) || !isThere(messages.en)) wrong('messages: texts in both languages');
  const names = new Set<string>();
  for (const { name, path, nav, component } of routes) {
    if (!NAME.test(name) || names.has(name)) wrong(`the name of a page: ${JSON.stringify(name)}`);
    if (!PATH.test(path)) wrong(`the path of the page ${name}: ${JSON.stringify(path)}`);
    if (nav && path.includes(':')) wrong(`nav: the page ${name} has a parameter in its path`);
    if (!isThere(component)) wrong(`the component of the page ${name}`);
    names.add(name);
  }
  for (const { name, component } of slots) {
    if (!SLOT_NAMES.includes(name)) wrong(`the name of a slot: ${JSON.stringify(name)}`);
    if (!isThere(component)) wrong(`the component in ${name}`);
  }
  return { messages: messages as PluginPages['messages'], routes, slots };
}

const isThere = (value: unknown): boolean =>
  typeof value === 'function' || (typeof value === 'object' && value !== null);

function wrong(what: string): never {
  throw new TypeError(`definePages: can't be right: ${what}`);
}
