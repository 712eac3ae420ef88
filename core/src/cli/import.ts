import { Invalid } from '@traliccio/sdk';
import { FILE_KINDS, type FileKindName } from '../domain/import/kinds.ts';
import { fileSource } from '../domain/import/source.ts';
import { appCommand, EXIT, type Command } from './command.ts';
import { table } from './output.ts';

const WHAT: Readonly<Record<FileKindName, string>> = {
  sites: 'sites, the network nodes that contracts hang on',
  plans: 'plans and their prices in time',
  customers: 'customers',
  contracts: 'contracts, with what another system has billed of them',
  documents: 'open invoices and credit notes of another system',
};

/** One command for each kind of file; docs/reference/import.md has the columns. */
export const importCommands: readonly Command[] = FILE_KINDS.map((kind) =>
  appCommand({
    name: `import ${kind}`,
    summary: `import ${WHAT[kind]} from a CSV file`,
    usage: 'FILE.csv [--dry-run]',
    options: {
      'dry-run': { type: 'boolean', help: 'say what would be imported and refused, and write nothing' },
    },
    async run(app, { positionals, values }, out) {
      const [file] = positionals;
      if (file === undefined || positionals.length > 1) throw new Invalid('usage', 'give one CSV file');
      out.progress(`Reading ${file}`);
      const result = await app.importer.run(kind, fileSource(file), {
        by: { kind: 'operator', name: 'cli' },
        dryRun: values['dry-run'] === true,
      });
      out.result(result, () => {
        const refused = table(
          ['LINE', 'FIELD', 'CODE', 'WHY'],
          result.refused.map((r) => [r.line, r.field, r.code, r.message]),
        );
        const counts = `${result.rows} rows: ${result.imported} imported, ${result.unchanged} unchanged, ${new Set(result.refused.map((r) => r.line)).size} refused${values['dry-run'] === true ? ' (dry run, nothing written)' : ''}.`;
        return result.refused.length === 0 ? counts : `${refused}\n\n${counts}`;
      });
      return result.refused.length === 0 ? EXIT.done : EXIT.failed;
    },
  }),
);
