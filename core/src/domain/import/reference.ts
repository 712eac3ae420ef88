import type { Column } from './columns.ts';
import { CONTRACT_COLUMNS } from './contracts.columns.ts';
import { CUSTOMER_COLUMNS } from './customers.columns.ts';
import { DOCUMENT_COLUMNS } from './documents.columns.ts';
import { PLAN_COLUMNS } from './plans.kind.ts';
import { SITE_COLUMNS } from './sites.kind.ts';

const FILES: readonly (readonly [name: string, about: string, columns: readonly Column[]])[] = [
  ['sites', 'The network nodes that contracts hang on. Parents stand before their children.', SITE_COLUMNS],
  ['plans', 'What is sold, and for how much from when.', PLAN_COLUMNS],
  ['customers', 'Who has contracts, or pays them.', CUSTOMER_COLUMNS],
  [
    'contracts',
    'A row for each item of a contract, and one more for each change of an item. Columns that begin with `attribute_` are kept as attributes, for plugins.',
    CONTRACT_COLUMNS,
  ],
  ['documents', 'Open invoices and credit notes of another system, a row for each line.', DOCUMENT_COLUMNS],
];

/** `docs/reference/import.md`, made from the columns as they are read. */
export function importReference(): string {
  const parts = FILES.map(([name, about, columns]) => {
    const rows = columns.map(
      (c) => `| \`${c.name}\` | ${c.required ? 'yes' : ''} | ${c.format} | ${c.about} |`,
    );
    return `## ${name}\n\n${about}\n\n| column | needed | format | meaning |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `${HEAD}\n${parts.join('\n')}`;
}

const HEAD = `# Importing from another system

\`traliccio import sites|plans|customers|contracts|documents FILE.csv [--dry-run]\`, in this order, after \`traliccio issuer set FILE.json\`. \`examples/import/\` is a whole provider.

- CSV with a header, commas or semicolons, UTF-8 or Latin-1; decimals with a comma or a point; dates \`YYYY-MM-DD\` or \`DD/MM/YYYY\`.
- Good rows are imported. Each bad one is reported with line, field, code and reason, and the command ends with exit code 1. \`--dry-run\` says the same and writes nothing.
- Over HTTP, \`POST /api/imports/KIND\` takes the file (\`text/csv\`, 20 MB at most; \`?dryRun=true\`) and lists the first 1,000 refusals. A file that is sent names no other: \`xml_file\` stays empty there.
- On the embedded database a dry run works on a copy beside it, which it removes: it needs as much room on the disk again, and nobody waits for it.
- A second import of the same file changes nothing. A row whose code is there already with other values is refused (\`import.conflict\`) and left as it is.
- Taking over: \`billed_through\` says what the other system has billed; the issuer's file says with which numbers series and SDI file names go on.
`;
