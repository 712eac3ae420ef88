import type { App } from './app.ts';
import { routes } from './domain/routes.ts';
import { kernelRoutes } from './kernel/http/kernel-routes.ts';
import type { CoreRoute } from './kernel/http/route.ts';
import { pluginRoutes } from './kernel/plugins/plugin.routes.ts';

/** Everything that the API answers. */
export const allRoutes = (app: App): readonly CoreRoute[] => [
  ...routes(app),
  ...kernelRoutes(app),
  ...pluginRoutes(app),
];
