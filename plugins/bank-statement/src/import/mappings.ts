import { NotFound, type Sql, type Tx } from '@traliccio/sdk';
import type { Mapping } from '../readers/mapping.ts';
import { MAPPINGS } from './migrations.ts';

export type NamedMapping = { readonly id: number; readonly name: string; readonly mapping: Mapping };
type Row = { readonly id: number; readonly name: string; readonly mapping: string };

const read = ({ id, name, mapping }: Row): NamedMapping => ({
  id,
  name,
  mapping: JSON.parse(mapping) as Mapping,
});

export async function mappings(sql: Sql): Promise<NamedMapping[]> {
  return (await sql.all<Row>(`SELECT id, name, mapping FROM ${MAPPINGS} ORDER BY name`)).map(read);
}

/** @throws NotFound */
export async function mappingById(sql: Sql, id: number): Promise<NamedMapping> {
  const [row] = await sql.all<Row>(`SELECT id, name, mapping FROM ${MAPPINGS} WHERE id = ?`, [id]);
  if (!row) throw new NotFound('bank_statement.mapping_not_found', `there is no mapping ${id}`);
  return read(row);
}

/** One of a name: a second one replaces it. */
export async function saveMapping(tx: Tx, name: string, mapping: Mapping): Promise<NamedMapping> {
  const columns = ['name', 'mapping'];
  await tx.upsert(MAPPINGS, columns, [[name, JSON.stringify(mapping)]], {
    key: ['name'],
    update: ['mapping'],
  });
  const [row] = await tx.all<Row>(`SELECT id, name, mapping FROM ${MAPPINGS} WHERE name = ?`, [name]);
  return read(row!);
}

/** @throws NotFound */
export async function removeMapping(tx: Tx, id: number): Promise<void> {
  await mappingById(tx, id);
  await tx.run(`DELETE FROM ${MAPPINGS} WHERE id = ?`, [id]);
}
