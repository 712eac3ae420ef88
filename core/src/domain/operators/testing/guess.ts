import { systemClock } from '../../../kernel/clock.ts';
import { Database } from '../../../kernel/db/database.ts';
import { parseDatabaseUrl } from '../../../kernel/db/database-url.ts';
import { CountingHasher, entities, officeOn } from './office.ts';

/** A process that guesses passwords: of one account from everywhere, or of any account from one network. */
const [url = '', mode = '', tries = '0'] = process.argv.slice(2);
const database = await Database.open(parseDatabaseUrl(url), entities);
const hasher = new CountingHasher(4);
const { sessions } = officeOn(database, systemClock('Europe/Rome'), hasher);
const answers: Record<string, number> = {};

const spellings = ['anna@wisp.it', 'ANNA@WISP.IT', ' Anna@wisp.it', 'anna@wisp.it\n', 'ａnna@wisp.it'];

async function guess(n: number): Promise<void> {
  const [email, peer] =
    mode === 'account'
      ? [
          spellings[n % spellings.length] as string,
          n % 2 ? `10.${n >> 8}.${n & 255}.7` : `2001:db8:${n.toString(16)}::1`,
        ]
      : [`nessuno${n}-${process.pid}@wisp.it`, `10.9.8.${n % 250}`];
  const code = await sessions.login({ email, password: `tentativo ${n}`, peer, kind: 'bearer' }).then(
    () => 'in',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
  answers[code] = (answers[code] ?? 0) + 1;
}

for (let n = 0; n < Number(tries); n += 10)
  await Promise.all(Array.from({ length: 10 }, (_, i) => guess(n + i)));
await database.close();
process.stdout.write(JSON.stringify({ reached: hasher.verified, answers }));
