import { registerHooks } from 'node:module';

const SDK = /^@traliccio\/sdk(\/|$)/;
let isLent = false;

/**
 * Plugins from outside get the SDK that runs here, wherever their folder lies: they need no copy of their own, and
 * the classes of errors are the same on both sides.
 */
export function lendSdk(): void {
  if (isLent) return;
  isLent = true;
  registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier, SDK.test(specifier) ? { ...context, parentURL: import.meta.url } : context),
  });
}
