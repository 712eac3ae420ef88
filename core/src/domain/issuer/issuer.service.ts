import { Conflict, Invalid, NotFound } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import type { Actor, AuditWriter } from '../ports.ts';
import { refuse } from '../problem.ts';
import { IssuerEntity, type IssuerRow } from './issuer.entity.ts';
import { shapeProblems, type IssuerInput } from './issuer.input.ts';
import { checkIssuer, issuerValues } from './issuer.rules.ts';
import { startSdiFiles, startSeries } from './takeover.ts';

export class IssuerService {
  readonly #audit: AuditWriter;

  constructor(deps: { readonly audit: AuditWriter }) {
    this.#audit = deps.audit;
  }

  /**
   * Creates the issuer with this partita IVA or brings it up to date, with where its series and its SDI file counter
   * begin. @throws Invalid, Conflict (a series that has given numbers)
   */
  async set(tx: CoreTx, input: unknown, by: Actor): Promise<IssuerRow> {
    refuse(shapeProblems(input));
    const file = input as IssuerInput;
    return this.#store(
      tx,
      { file, row: await tx.em.findOne(IssuerEntity, { vatNumber: file.vatNumber }) },
      by,
    );
  }

  /** The first issuer. @throws Conflict when there is one already */
  async create(tx: CoreTx, file: IssuerInput, by: Actor): Promise<IssuerRow> {
    if ((await tx.em.count(IssuerEntity)) > 0)
      throw new Conflict('issuer.exists', 'there is an issuer already: change it');
    return this.#store(tx, { file, row: null }, by);
  }

  /** Replaces what is known of the only issuer. @throws Invalid, Conflict when `version` is not the present one */
  async update(
    tx: CoreTx,
    change: { readonly version: number; readonly file: IssuerInput },
    by: Actor,
  ): Promise<IssuerRow> {
    const { version, file } = change;
    const { id } = await onlyIssuer(tx);
    const row = await tx.em.findOneOrFail(IssuerEntity, { id });
    if (row.version !== version)
      throw new Conflict(
        'issuer.version',
        `the issuer was changed by somebody else (version ${row.version}, yours ${version}): read it again`,
      );
    if (file.vatNumber !== row.vatNumber)
      throw new Invalid('issuer.vat_number_fixed', 'the partita IVA of an issuer never changes', {
        field: 'vat_number',
      });
    return this.#store(tx, { file, row }, by);
  }

  async #store(
    tx: CoreTx,
    issuer: { readonly file: IssuerInput; readonly row: IssuerRow | null },
    by: Actor,
  ): Promise<IssuerRow> {
    const { file } = issuer;
    refuse(checkIssuer(file));
    const values = issuerValues(file);
    const row = issuer.row ?? tx.em.create(IssuerEntity, { ...values, logoFile: null, version: 1 });
    tx.em.assign(row, values);
    await tx.em.persist(row).flush();
    for (const start of file.series ?? []) await startSeries(tx, row.id, start);
    if (file.sdiFile)
      await startSdiFiles(
        tx,
        { id: row.id, transmitter: `${row.transmitterCountry}${row.transmitterCode}` },
        file.sdiFile.last,
      );
    const action = issuer.row ? 'issuer.update' : 'issuer.create';
    await this.#audit.record(tx, { actor: by, action, entity: 'issuer', entityId: row.id, detail: file });
    return row;
  }
}

/** The only issuer there is. @throws NotFound when there is none, Invalid when there are several */
export async function onlyIssuer(
  tx: Pick<CoreTx, 'all'>,
): Promise<{ readonly id: number; readonly timeZone: string }> {
  const rows = await tx.all<{ id: number; time_zone: string }>(
    'SELECT id, time_zone FROM issuer ORDER BY id LIMIT 2',
  );
  const [row] = rows;
  if (!row) throw new NotFound('issuer.none', 'there is no issuer yet: traliccio issuer set FILE.json');
  if (rows.length > 1) throw new Invalid('issuer.several', 'there are several issuers: say which one');
  return { id: row.id, timeZone: row.time_zone };
}
