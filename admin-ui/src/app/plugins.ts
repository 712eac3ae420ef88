import type { App } from 'vue';
import type { Router } from 'vue-router';

/** Pages, tabs and tiles of the plugins that are up. */
export async function loadPlugins(_app: App, _router: Router): Promise<void> {
  // Nothing yet.
}
