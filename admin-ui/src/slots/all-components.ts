import type { App } from 'vue';
import * as components from 'vuetify/components';
import { Ripple } from 'vuetify/directives';

const have = new WeakSet<App>();

/** The product's own pages name what they use; plugins find all of it by name. */
export function registerAll(app: App): void {
  if (have.has(app)) return;
  have.add(app);
  for (const [name, component] of Object.entries(components)) app.component(name, component);
  app.directive('ripple', Ripple);
}
