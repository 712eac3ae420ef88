import { Invalid, NotFound } from '@traliccio/sdk';
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
    refuse(checkIssuer(file));
    const values = issuerValues(file);
    let row = await tx.em.findOne(IssuerEntity, { vatNumber: values.vatNumber });
    const action = row ? 'issuer.update' : 'issuer.create';
    if (row) tx.em.assign(row, values);
    else tx.em.persist((row = tx.em.create(IssuerEntity, { ...values, logoFile: null, version: 1 })));
    await tx.em.flush();
    for (const start of file.series ?? []) await startSeries(tx, row.id, start);
    if (file.sdiFile)
      await startSdiFiles(
        tx,
        { id: row.id, transmitter: `${row.transmitterCountry}${row.transmitterCode}` },
        file.sdiFile.last,
      );
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
