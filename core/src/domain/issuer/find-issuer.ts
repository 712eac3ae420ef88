import { type IssuerView, NotFound, type Sql } from '@traliccio/sdk';
import { issuerViewOf } from './issuer-view.ts';

/** The issuer as documents fix it. @throws NotFound */
export async function issuerView(sql: Sql, id: number): Promise<IssuerView> {
  const [row] = await sql.all('SELECT * FROM issuer WHERE id = ?', [id]);
  if (!row) throw new NotFound('issuer.not_found', `there is no issuer ${id}`);
  return issuerViewOf(row);
}
