import type { CoreTx } from '../../kernel/db/database.ts';
import type { Problem } from './charges.ts';

/** Records what keeps contracts from being billed; each stays due, and the next run tries it again. */
export async function parkContracts(
  tx: Pick<CoreTx, 'all' | 'upsert'>,
  { runId, parked, now }: { runId: number; parked: ReadonlyMap<number, Problem>; now: number },
): Promise<void> {
  if (parked.size === 0) return;
  const ids = [...parked.keys()];
  const payers = new Map<number, number>();
  for (let i = 0; i < ids.length; i += 500) {
    const part = ids.slice(i, i + 500);
    const rows = await tx.all<{ id: number; payer_id: number }>(
      `SELECT id, payer_id FROM contract WHERE id IN (${part.join(', ')})`,
    );
    for (const r of rows) payers.set(r.id, r.payer_id);
  }
  await tx.upsert(
    'parked_contract',
    ['contract_id', 'payer_id', 'run_id', 'code', 'field', 'message', 'plugin', 'since'],
    ids.map((id) => {
      const problem = parked.get(id) as Problem;
      return [
        id,
        payers.get(id) ?? 0,
        runId,
        problem.code,
        problem.field,
        problem.message,
        problem.plugin ?? null,
        now,
      ];
    }),
    { key: ['contract_id'], update: ['run_id', 'code', 'field', 'message', 'plugin'] },
  );
}
