import type { Logger } from '@traliccio/sdk';
import { pino } from 'pino';
import type { LogLevel } from './config.ts';

/**
 * JSON lines. A command's go to standard error, since its standard output is for its result; a server's to standard
 * output.
 */
export function createLog(options: { readonly level: LogLevel; readonly to: 'stdout' | 'stderr' }): Logger {
  return pino(
    { level: options.level, base: null },
    pino.destination({ dest: options.to === 'stdout' ? 1 : 2, sync: true }),
  );
}

/** A log whose lines name the plugin. */
export function pluginLog(log: Logger, plugin: string): Logger {
  const write =
    (level: keyof Logger) =>
    (fields: object, message: string): void =>
      log[level]({ ...fields, plugin }, message);
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
