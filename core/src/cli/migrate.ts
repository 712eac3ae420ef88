import { openDatabase } from '../kernel/db/open.ts';
import { migrationStatus } from '../kernel/db/migrate.ts';
import { coreHistory } from '../migrations/core-history.ts';
import { migrateCore } from '../migrations/up-to-date.ts';
import { configCommand } from './command.ts';

export const migrateCommand = configCommand({
  name: 'migrate',
  summary: 'bring the database up to this version',
  async run(config, _args, out) {
    const database = await openDatabase(config);
    try {
      const done = await migrateCore(database);
      out.result({ done }, done.length === 0 ? 'The database is up to date.' : `${done.length} steps done.`);
    } finally {
      await database.close();
    }
  },
});

export const migrateStatus = configCommand({
  name: 'migrate status',
  summary: 'what "migrate" would do',
  async run(config, _args, out) {
    const database = await openDatabase(config);
    try {
      const status = await migrationStatus(database, coreHistory());
      const pending = status.pending.map((name) => `  ${name}`).join('\n');
      out.result(
        status,
        `${status.done.length} steps done, ${status.pending.length} to do${pending && `:\n${pending}`}`,
      );
    } finally {
      await database.close();
    }
  },
});
