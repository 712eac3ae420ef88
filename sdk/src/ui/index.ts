/** What a plugin's pages may use. Everything else they get from `vue`, `vue-router` and `vue-i18n` by name. */
export type { UiText } from './text.ts';
