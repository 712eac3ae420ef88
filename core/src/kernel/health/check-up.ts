import { countOutbox } from '../events/dead-letters.ts';
import type { Kernel } from '../kernel.ts';

export type CheckUp = {
  readonly state: 'ok' | 'warning' | 'bad';
  readonly what: string;
  readonly detail: string;
};

/** Clocks may differ by so much before leases and dates are in doubt. */
const CLOCK_WARNING = 1_000;
const CLOCK_BAD = 5_000;

/** What `traliccio doctor` looks at. */
export async function checkUp(kernel: Kernel): Promise<CheckUp[]> {
  return [
    await database(kernel),
    ...(await server(kernel)),
    await clocks(kernel),
    ...(await plugins(kernel)),
    await outbox(kernel),
    await notices(kernel),
  ];
}

async function database({ database: { sql, dialect }, config }: Kernel): Promise<CheckUp> {
  const [row] = await sql.all<{ version: string }>(
    dialect === 'sqlite' ? 'SELECT sqlite_version() AS version' : 'SELECT VERSION() AS version',
  );
  return { state: 'ok', what: 'database', detail: `${config.databaseUrl} (${dialect} ${row?.version})` };
}

/** A server that may lose what it has acknowledged, or takes what doesn't fit. */
async function server({ database: { sql, dialect } }: Kernel): Promise<CheckUp[]> {
  if (dialect === 'sqlite') return [];
  const [row] = await sql.all<{ flush: number; charset: string }>(
    'SELECT @@innodb_flush_log_at_trx_commit AS flush, @@character_set_database AS charset',
  );
  return [
    row?.flush === 1
      ? { state: 'ok', what: 'durability', detail: 'each commit is flushed' }
      : {
          state: 'bad',
          what: 'durability',
          detail: 'set innodb_flush_log_at_trx_commit=1, or a power cut loses commits',
        },
    row?.charset === 'utf8mb4'
      ? { state: 'ok', what: 'character set', detail: 'utf8mb4' }
      : {
          state: 'warning',
          what: 'character set',
          detail: `the database was made with ${row?.charset}: ALTER DATABASE … CHARACTER SET utf8mb4`,
        },
  ];
}

async function clocks({ database: { sql, nowExpression }, clock, config }: Kernel): Promise<CheckUp> {
  if (config.clockOffset !== 0)
    return {
      state: 'warning',
      what: 'clock',
      detail: `CLOCK is set: it is ${new Date(clock.now()).toISOString()} here`,
    };
  const [row] = await sql.all<{ now: number }>(`SELECT ${nowExpression} AS now`);
  const apart = Math.abs(clock.now() - (row?.now ?? 0));
  const state = apart > CLOCK_BAD ? 'bad' : apart > CLOCK_WARNING ? 'warning' : 'ok';
  return { state, what: 'clock', detail: `${apart} ms apart from the database's` };
}

async function plugins(kernel: Kernel): Promise<CheckUp[]> {
  return (await kernel.plugins.list())
    .filter((plugin) => plugin.state !== 'disabled')
    .map((plugin) => {
      const detail = plugin.breaker ?? plugin.healthReason ?? plugin.lastError ?? '';
      if (plugin.state !== 'enabled')
        return { state: 'bad', what: `plugin ${plugin.id}`, detail: `${plugin.state}: ${detail}` };
      return {
        state: plugin.health === 'degraded' ? 'warning' : 'ok',
        what: `plugin ${plugin.id}`,
        detail: plugin.healthReason ?? plugin.version ?? '',
      };
    });
}

async function outbox({ database: { sql } }: Kernel): Promise<CheckUp> {
  const counts = await countOutbox(sql);
  const of = (...states: string[]): number =>
    counts.filter((c) => states.includes(c.state)).reduce((n, c) => n + c.count, 0);
  const dead = of('dead', 'uncertain');
  const detail = `${of('ready', 'leased')} to deliver, ${of('paused')} paused, ${dead} dead or uncertain`;
  return { state: dead > 0 ? 'warning' : 'ok', what: 'outbox', detail };
}

async function notices({ notices: all }: Kernel): Promise<CheckUp> {
  const open = await all.list();
  return {
    state: open.some((n) => n.level === 'error') ? 'warning' : 'ok',
    what: 'notices',
    detail: `${open.length} open`,
  };
}
