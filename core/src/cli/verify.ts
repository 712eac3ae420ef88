import { checkInvariants } from '../domain/invariants.ts';
import { verifyDocuments } from '../domain/documents/verify.ts';
import { appCommand, EXIT } from './command.ts';
import { table } from './output.ts';

export const verify = appCommand({
  name: 'verify',
  summary: 'recompute the hash chain of all issued documents',
  async run(app, _args, out) {
    const result = await verifyDocuments(app.database.sql);
    out.result(result, () =>
      result.problems.length === 0
        ? `${result.documents} documents in ${result.series} series: as they were issued.`
        : table(
            ['DOCUMENT', 'PROBLEM'],
            result.problems.map((p) => [p.document, p.problem]),
          ),
    );
    return result.problems.length === 0 ? EXIT.done : EXIT.failed;
  },
});

export const invariants = appCommand({
  name: 'invariants',
  summary: 'check what must hold whatever happened: charges, numbers, effects, sums, caches',
  async run(app, _args, out) {
    const result = await checkInvariants(app);
    out.result(result, () =>
      result.violations.length === 0
        ? result.checked.map((c) => `${c.id} ${c.what}: holds`).join('\n')
        : table(
            ['INVARIANT', 'ABOUT', 'VIOLATION'],
            result.violations.map((v) => [v.id, v.about, v.message]),
          ),
    );
    return result.violations.length === 0 ? EXIT.done : EXIT.failed;
  },
});
