import { type PluginMigration, sendingTurnsTable } from '@traliccio/sdk';

/** Whose turn it is to send, by account. */
export const TURNS = 'mail_smtp_turn';

export const migrations: readonly PluginMigration[] = [sendingTurnsTable('001_turn', TURNS)];
