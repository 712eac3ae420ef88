import { Invalid, type PluginDefinition, type PluginMigration } from '@traliccio/sdk';
import type { Database } from '../db/database.ts';
import { migrate, migrationStatus } from '../db/migrate.ts';

/** Brings a plugin's own tables up to date. @throws Invalid when a step is not about them */
export async function migratePlugin(database: Database, plugin: PluginDefinition): Promise<void> {
  const steps = plugin.migrations ?? [];
  if (steps.length === 0) return;
  const { id } = plugin.manifest;
  checkMigrations(id, steps);
  const history = { module: id, steps };
  if ((await migrationStatus(database, history)).pending.length > 0) await migrate(database, history);
}

const TARGET =
  /^\s*(?:CREATE\s+TABLE(?:\s+IF\s+NOT\s+EXISTS)?|CREATE\s+(?:UNIQUE\s+)?INDEX(?:\s+IF\s+NOT\s+EXISTS)?\s+\S+\s+ON|ALTER\s+TABLE|DROP\s+TABLE(?:\s+IF\s+EXISTS)?|DROP\s+INDEX(?:\s+IF\s+EXISTS)?|INSERT(?:\s+OR\s+IGNORE|\s+IGNORE)?\s+INTO|UPDATE|DELETE\s+FROM)\s+[`"]?(\w+)/i;

/** One statement a step, on a table whose name starts with the plugin's id. @throws Invalid naming the step */
export function checkMigrations(id: string, steps: readonly PluginMigration[]): void {
  const prefix = `${id.replaceAll('-', '_')}_`;
  const wrong = (name: string, why: string): Invalid =>
    new Invalid('plugin.migration', `plugin ${id}, migration ${name}: ${why}`, { field: name });
  for (const [i, step] of steps.entries()) {
    const before = steps[i - 1];
    if (before && before.name >= step.name)
      throw wrong(step.name, `must come after ${before.name} by its name`);
    for (const sql of [step.sqlite, step.mysql]) {
      const table = TARGET.exec(sql)?.[1];
      if (table === undefined) throw wrong(step.name, 'is no statement on a table that is known here');
      if (!table.startsWith(prefix))
        throw wrong(step.name, `is about ${table}: a plugin's tables start with ${prefix}`);
      if (/;\s*\S/.test(sql)) throw wrong(step.name, 'has more than one statement');
    }
  }
}
