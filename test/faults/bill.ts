import { createApp } from '@traliccio/core/src/app.ts';
import { readConfig } from '@traliccio/core/src/kernel/config.ts';
import { dieAt, type Death } from './dying-database.ts';

/** Bills what is due and delivers it, as `traliccio run billing` does; dies on the way when DEATH says where. */
const death = process.env['DEATH'] ? (JSON.parse(process.env['DEATH']) as Death) : null;
dieAt(death);
// Short leases: what a dead process left is taken over soon.
const app = await createApp(readConfig(process.env), {
  role: 'cli',
  ledger: { leaseMs: 600 },
  relay: { leaseMs: 1000, pollMs: 50 },
});
try {
  const result = (await app.jobs.execute(
    'billing',
    { by: { kind: 'system', name: 'kill test' }, confirm: true, pageSize: 5 },
    { progress: () => undefined },
  )) as { documents: number };
  const drained = await app.relay.drain();
  process.stdout.write(JSON.stringify({ documents: result.documents, delivered: drained.done }));
} catch (error) {
  process.exitCode = error instanceof Error && 'code' in error && error.code === 'run.running' ? 75 : 1;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
} finally {
  await app.close();
}
