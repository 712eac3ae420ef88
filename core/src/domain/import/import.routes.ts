import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { Places } from '../../kernel/jobs/places.ts';
import type { RunInWorker } from '../../kernel/kernel.ts';
import { ImportAnswer, ImportParams, ImportQuery, MOST_REFUSALS } from './import.schema.ts';
import type { ImportJob } from './importer.ts';
import type { ImportResult } from './result.ts';

const MOST_BYTES = 20 * 1024 * 1024;

/** One at a time, in a thread of its own: a large file is minutes of work. */
export const importRoutes = ({
  runInWorker,
}: {
  readonly runInWorker: RunInWorker;
}): readonly CoreRoute[] => {
  const places = new Places({ what: 'imports', atOnce: 1, waiting: 1 });
  return [
    route({
      method: 'POST',
      path: '/imports/:kind',
      summary:
        'Imports a CSV file: good rows are stored, bad ones are told about; what is there stays as it is',
      permission: 'imports.run',
      mode: 'own',
      params: ImportParams,
      query: ImportQuery,
      upload: { types: ['text/csv', 'application/octet-stream'], maxBytes: MOST_BYTES },
      response: ImportAnswer,
      async handler({ params, query, upload, actor, signal }) {
        const job: ImportJob = { kind: params.kind, bytes: upload, by: actor, dryRun: query.dryRun === true };
        return answerOf((await places.run(() => runInWorker('import', job), signal)) as ImportResult);
      },
    }),
  ];
};

const answerOf = ({ refused, ...counts }: ImportResult): ImportAnswer => ({
  ...counts,
  refusedRows: new Set(refused.map((one) => one.line)).size,
  refused: refused
    .slice(0, MOST_REFUSALS)
    .map(({ line, field, code, message }) => ({ line, field, code, message })),
});
