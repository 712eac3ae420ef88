import { type SqlRow, type SqlValue, TraliccioError } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import { checkSite, type SiteInput, type SiteService } from '../sites/site.service.ts';
import { SiteEntity } from '../sites/site.entity.ts';
import type { Cells } from './cells.ts';
import { CODE, type Column, DECIMAL, TEXT } from './columns.ts';
import type { FileKind, StoreContext, Thing } from './file-kind.ts';
import type { ImportDeps } from './importer.ts';
import { conflict, type Outcome } from './result.ts';
import { differing } from './stored.ts';

export const SITE_COLUMNS: readonly Column[] = [
  { name: 'code', required: true, format: CODE, about: 'Identifies the site.' },
  { name: 'name', required: true, format: TEXT(120), about: 'What people call it.' },
  {
    name: 'parent',
    format: 'code of a site',
    about: 'The site that feeds it; it stands further up in the file or is there already.',
  },
  { name: 'latitude', format: DECIMAL(6), about: 'Degrees, WGS 84.' },
  { name: 'longitude', format: DECIMAL(6), about: 'The same.' },
];

/** Sites are few, and each one's place hangs on another: they go in one by one. */
export const sitesKind = ({ sites }: Pick<ImportDeps, 'sites'>): FileKind<SiteInput> => ({
  name: 'sites',
  prefix: 'site',
  columns: SITE_COLUMNS,
  read: ([row]) => readSite(row as Cells),
  async store(tx, things, context) {
    const outcomes: Outcome[] = [];
    for (const thing of things) outcomes.push(await storeSite(tx, thing, { ...context, sites }));
    return outcomes;
  },
});

function readSite(row: Cells): { readonly key: string; readonly value: SiteInput } {
  const value: SiteInput = {
    code: row.required('code'),
    name: row.required('name'),
    parent: row.text('parent'),
    latitudeE6: row.decimal('latitude', 6),
    longitudeE6: row.decimal('longitude', 6),
  };
  if (row.problems.length === 0) row.problems.push(...checkSite(value));
  return { key: value.code, value };
}

async function storeSite(
  tx: CoreTx,
  thing: Thing<SiteInput>,
  context: StoreContext & { readonly sites: SiteService },
): Promise<Outcome> {
  const stored = await tx.em.findOne(SiteEntity, { code: thing.key });
  if (stored) {
    const parent = stored.parentId === null ? null : await tx.em.findOne(SiteEntity, { id: stored.parentId });
    const { code, name, latitudeE6, longitudeE6 } = stored;
    const there: SqlRow = { code, name, parent: parent?.code ?? null, latitudeE6, longitudeE6 };
    const fields = differing(there, { ...thing.value } as Record<string, SqlValue>).map((f) =>
      f.replace('E6', ''),
    );
    return fields.length === 0
      ? 'unchanged'
      : [conflict({ line: thing.line, what: `site ${thing.key}` }, fields)];
  }
  try {
    await context.sites.create(tx, thing.value, context.by);
    return 'imported';
  } catch (error) {
    if (!(error instanceof TraliccioError)) throw error;
    return [{ line: thing.line, field: error.field ?? 'row', code: error.code, message: error.message }];
  }
}
