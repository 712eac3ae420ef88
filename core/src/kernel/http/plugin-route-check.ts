import { Invalid, type OutsideRoute } from '@traliccio/sdk';
import fastJsonStringify from 'fast-json-stringify';
import type { CoreRoute } from './route.ts';
import { checkOf } from './validators.ts';

type Place = Pick<CoreRoute, 'method' | 'path'>;

/** What core itself answers below the address of a plugin. */
const TAKEN = /^\/(?:enable|disable|settings)(?:\/|$)/;
const PATH = /^(?:\/(?:[A-Za-z0-9_.-]+|:[A-Za-z][A-Za-z0-9]*))+$/;

/**
 * A plugin with a route that can't be served is one that fails: the product goes on without it.
 * @throws Invalid
 */
export function checkPluginRoute(
  plugin: string,
  route: CoreRoute,
  { there, permissions }: { there: readonly Place[]; permissions: { has(id: string): boolean } },
): void {
  const { permission } = route;
  checkPlace(plugin, route, there);
  if (permission !== 'public' && permission !== 'session' && !permissions.has(permission))
    throw refused(plugin, route, `names no permission that there is: ${JSON.stringify(permission)}`);
  if (route.method === 'GET' && (route.mode !== 'read' || route.body || route.upload))
    throw refused(plugin, route, 'is a GET: it reads, and takes no body');
  if (route.method !== 'GET' && route.mode === 'read')
    throw refused(plugin, route, 'only reads: make it a GET');
  if (TAKEN.test(route.path)) throw refused(plugin, route, "is core's own: name it otherwise");
  try {
    compile(route);
  } catch (error) {
    throw refused(plugin, route, `has a schema that is none: ${(error as Error).message}`, error);
  }
}

/** @throws Invalid */
export function checkOutsideRoute(plugin: string, route: OutsideRoute, there: readonly Place[]): void {
  checkPlace(plugin, route, there);
}

function checkPlace(plugin: string, route: Place, there: readonly Place[]): void {
  if (!PATH.test(route.path)) throw refused(plugin, route, 'is no path: write /things/:id');
  if (there.some((one) => one.method === route.method && shapeOf(one.path) === shapeOf(route.path)))
    throw refused(plugin, route, 'is there already');
}

/** Parameters are one place, whatever they are called. */
const shapeOf = (path: string): string => path.replaceAll(/:[^/]+/g, ':');

/** At once: whoever asks first is not to find out. */
function compile({ params, query, body, response }: CoreRoute): void {
  if (params) once('params', params, () => checkOf('params', params));
  if (query) once('query', query, () => checkOf('query', query));
  if (body) once('body', body, () => checkOf('body', body));
  if (response) once('response', response, () => fastJsonStringify(response as never));
}

/** More than all plugins have. */
const MOST = 3_000;
/** Texts of schemas that are sound. The product is built anew whenever a plugin is switched; what compilers make stays. */
const sound = new Set<string>();

function once(part: string, schema: object, tryOut: () => unknown): void {
  const text = `${part} ${JSON.stringify(schema)}`;
  if (sound.has(text)) return;
  tryOut();
  if (sound.size >= MOST) sound.clear();
  sound.add(text);
}

const refused = (plugin: string, { method, path }: Place, why: string, cause?: unknown): Invalid =>
  new Invalid('plugin.route', `the route ${method} ${path} of plugin ${plugin} ${why}`, { cause });
