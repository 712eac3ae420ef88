import { createHash } from 'node:crypto';
import type { Clock } from '@traliccio/sdk';
import type { CoreTx, Database } from '../../kernel/db/database.ts';
import { type InTransaction, tryOut } from '../../kernel/db/try-out.ts';
import type { PlanService } from '../plans/plan.service.ts';
import type { Actor, AuditWriter, Grids } from '../ports.ts';
import type { SiteService } from '../sites/site.service.ts';
import { Cells } from './cells.ts';
import { contractsKind } from './contracts.kind.ts';
import { type CsvRow, openCsv } from './csv-file.ts';
import { customersKind } from './customers.kind.ts';
import { documentsKind } from './documents.kind.ts';
import type { FileKind, StoreContext, Thing } from './file-kind.ts';
import { checkHeader } from './header.ts';
import type { FileKindName } from './kinds.ts';
import { neighbours, pages } from './pages.ts';
import { plansKind } from './plans.kind.ts';
import type { ImportResult, Outcome } from './result.ts';
import { sitesKind } from './sites.kind.ts';
import type { Source } from './source.ts';
import { type Read, Tally } from './tally.ts';

export type ImportDeps = {
  readonly database: Database;
  readonly audit: AuditWriter;
  readonly clock: Clock;
  readonly grids: Grids;
  readonly sites: SiteService;
  readonly plans: PlanService;
};
/** A file that was sent, to be imported in a thread of its own. */
export type ImportJob = {
  readonly kind: FileKindName;
  readonly bytes: Uint8Array;
  readonly by: Actor;
  readonly dryRun: boolean;
};
export type ImportOptions = { readonly by: Actor; readonly dryRun?: boolean };

/** Things of a page: what a transaction holds, and what is in memory at a time. */
const PAGE = 500;

/** Brings the files of another system in. Good rows are stored, bad ones are told about; what is there stays as it is. */
export class Importer {
  readonly #deps: ImportDeps;

  constructor(deps: ImportDeps) {
    this.#deps = deps;
  }

  /** @throws Invalid when the file as a whole can't be read: no CSV, a column that is missing or unknown */
  async run(name: FileKindName, source: Source, options: ImportOptions): Promise<ImportResult> {
    const kind = kindOf(name, this.#deps);
    const work = async (inTransaction: InTransaction): Promise<ImportResult> =>
      this.#import(kind, source, { ...options, inTransaction });
    if (!options.dryRun) return work((one) => this.#deps.database.transaction(one));
    return tryOut(this.#deps.database, work);
  }

  async #import<V>(
    kind: FileKind<V>,
    source: Source,
    options: ImportOptions & { readonly inTransaction: InTransaction },
  ): Promise<ImportResult> {
    const file = await openCsv(source);
    checkHeader(file.header, kind);
    const tally = new Tally();
    const context = { by: options.by, folder: source.folder };
    const groups = neighbours(
      tally.readable(file.rows, file.header.length),
      keyAt(file.header, kind.groupBy),
    );
    for await (const page of pages(groups, PAGE)) {
      const things = page.map((rows) => read(kind, file.header, rows));
      const good = firstOfKey(things.filter((t) => t.refused.length === 0));
      const outcomes =
        good.length === 0
          ? []
          : await options.inTransaction((tx) =>
              this.#store(tx, { kind, things: good.map((g) => g.thing), context }),
            );
      tally.add(
        things,
        new Map(good.map((g, i) => [g.thing.key, { hash: g.thing.hash, outcome: outcomes[i] as Outcome }])),
      );
    }
    return tally.result();
  }

  async #store<V>(
    tx: CoreTx,
    page: { kind: FileKind<V>; things: readonly Thing<V>[]; context: StoreContext },
  ): Promise<readonly Outcome[]> {
    const { kind, things, context } = page;
    const outcomes = await kind.store(tx, things, context);
    const imported = outcomes.filter((o) => o === 'imported').length;
    if (imported > 0) {
      const lines = [things[0]?.line, things.at(-1)?.line];
      await this.#deps.audit.record(tx, {
        actor: context.by,
        action: `import.${kind.name}`,
        entity: 'import',
        entityId: 0,
        detail: { imported, lines },
      });
    }
    return outcomes;
  }
}

function read<V>(kind: FileKind<V>, header: readonly string[], rows: readonly CsvRow[]): Read<V> {
  const cells = rows.map(
    (row) =>
      new Cells({
        line: row.line,
        prefix: kind.prefix,
        values: new Map(header.map((name, i) => [name, row.cells[i] ?? ''])),
      }),
  );
  const { key, value } = kind.read(cells);
  const refused = cells.flatMap((row) => row.problems.map((problem) => ({ line: row.line, ...problem })));
  const hash = createHash('sha256').update(JSON.stringify(value, withoutLines)).digest('hex');
  const first = cells[0] as Cells;
  return {
    thing: { key, line: first.line, hash, value },
    lines: cells.map((row) => row.line),
    refused,
  };
}

/** Where a row stands in the file is no part of what it says. */
const withoutLines = (key: string, value: unknown): unknown => (key === 'line' ? undefined : value);

function firstOfKey<V>(things: readonly Read<V>[]): Read<V>[] {
  const keys = new Set<string>();
  return things.filter(({ thing }) => !keys.has(thing.key) && keys.add(thing.key));
}

function keyAt(header: readonly string[], column: string | undefined): (row: CsvRow) => string | null {
  const at = column === undefined ? -1 : header.indexOf(column);
  return (row) => row.cells[at] || null;
}

export function kindOf(name: FileKindName, deps: ImportDeps): FileKind<unknown> {
  const kinds = {
    sites: sitesKind,
    plans: plansKind,
    customers: customersKind,
    contracts: contractsKind,
    documents: documentsKind,
  };
  return kinds[name](deps) as FileKind<unknown>;
}
