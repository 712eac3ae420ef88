/** What a plugin's pages may use. Everything else they get from `vue`, `vue-router` and `vue-i18n` by name. */
export { ApiError, type Problem } from '../client/problem.ts';
export { type PluginApi, SESSION_OVER, type UploadedFile, usePluginApi } from './api.ts';
export { definePages, type NavGroup, type PageRoute, type PluginPages, type UiComponent } from './pages.ts';
export { slot, SLOT_NAMES, type SlotName, type SlotPart, type SlotProps } from './slots.ts';
export type { UiText } from './text.ts';
