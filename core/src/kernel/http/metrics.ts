import type { Registry } from 'prom-client';
import type { Database } from '../db/database.ts';

/** What a process measures of itself and of the outbox, in Prometheus' text format: from when somebody first asks. */
export class Metrics {
  readonly #database: Database;
  #registry: Promise<Registry> | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  async read(): Promise<{ readonly mediaType: string; readonly text: string }> {
    const registry = await (this.#registry ??= registryOn(this.#database));
    return { mediaType: registry.contentType, text: await registry.metrics() };
  }
}

async function registryOn(database: Database): Promise<Registry> {
  const { collectDefaultMetrics, Gauge, Registry } = await import('prom-client');
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const rows = new Gauge({
    name: 'traliccio_outbox_rows',
    help: 'Deliveries by state',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const counts = await database.sql.all<{ state: string; n: number }>(
        "SELECT state, COUNT(*) AS n FROM outbox WHERE state IN ('ready', 'leased', 'paused', 'dead', 'uncertain') GROUP BY state",
      );
      rows.reset();
      for (const { state, n } of counts) rows.set({ state }, n);
    },
  });
  const parked = new Gauge({
    name: 'traliccio_parked_contracts',
    help: 'Contracts that billing has set aside',
    registers: [registry],
    async collect() {
      const [row] = await database.sql.all<{ n: number }>('SELECT COUNT(*) AS n FROM parked_contract');
      parked.set(row?.n ?? 0);
    },
  });
  const notices = new Gauge({
    name: 'traliccio_open_notices',
    help: 'Open notices by level',
    labelNames: ['level'],
    registers: [registry],
    async collect() {
      const counts = await database.sql.all<{ level: string; n: number }>(
        'SELECT level, COUNT(*) AS n FROM notice WHERE closed_at IS NULL GROUP BY level',
      );
      notices.reset();
      for (const { level, n } of counts) notices.set({ level }, n);
    },
  });
  return registry;
}
