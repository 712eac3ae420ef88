import type { AgendaBackend } from 'agenda';
import { systemClock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { SqlJobRepository } from './sql-job-repository.ts';

/** Agenda over SQLite or MySQL. It is woken by looking; whoever opened the database closes it. */
export class SqlBackend implements AgendaBackend {
  readonly name = 'SQL';
  readonly ownsConnection = false;
  readonly repository: SqlJobRepository;

  constructor(database: Database, now: () => number = systemClock('UTC').now) {
    this.repository = new SqlJobRepository(database, now);
  }

  async connect(): Promise<void> {
    await this.repository.connect();
  }

  async disconnect(): Promise<void> {}
}
