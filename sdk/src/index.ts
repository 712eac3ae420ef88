/** The published SDK: everything that a plugin may use. */
export * from './capabilities/billing-cadence.ts';
export * from './capabilities/document-checker.ts';
export * from './capabilities/document-renderer.ts';
export * from './capabilities/mail-transport.ts';
export * from './capabilities/token.ts';
export * from './context.ts';
export * from './core-api.ts';
export * from './dates.ts';
export * from './errors.ts';
export * from './events.ts';
export * from './filters.ts';
export * from './manifest.ts';
export * from './money.ts';
export * from './plugin.ts';
export * from './sql.ts';
export * from './version.ts';
export * from './views.ts';
export { Type, type Static, type TObject } from 'typebox';
