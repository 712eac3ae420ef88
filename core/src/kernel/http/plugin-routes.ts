import type { OutsideRoute } from '@traliccio/sdk';
import type { CoreRoute } from './route.ts';

/** What plugins answer over HTTP, as long as they are up. */
export class PluginRoutes {
  readonly #routes = new Map<string, CoreRoute[]>();
  readonly #outside = new Map<string, OutsideRoute[]>();

  /** @returns what takes the route away again */
  add(plugin: string, route: CoreRoute): () => void {
    return addTo(this.#routes, plugin, route);
  }

  addOutside(plugin: string, route: OutsideRoute): () => void {
    return addTo(this.#outside, plugin, route);
  }

  /** For operators, by plugin. */
  get inside(): ReadonlyMap<string, readonly CoreRoute[]> {
    return this.#routes;
  }

  /** For outsiders, by plugin. */
  get outside(): ReadonlyMap<string, readonly OutsideRoute[]> {
    return this.#outside;
  }
}

function addTo<T>(map: Map<string, T[]>, plugin: string, route: T): () => void {
  map.set(plugin, [...(map.get(plugin) ?? []), route]);
  return () =>
    void map.set(
      plugin,
      (map.get(plugin) ?? []).filter((one) => one !== route),
    );
}
