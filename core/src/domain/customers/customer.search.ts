import type { SearchSource } from '../../kernel/search/rebuild.ts';

type Row = {
  id: number;
  code: string;
  name: string;
  tax_code: string | null;
  vat_number: string | null;
  pec: string | null;
};
type Contact = { customer_id: number; name: string | null; email: string | null; phone: string | null };

/** Customers are found by code and name, fiscal codes, PEC, and their contacts' names, addresses and telephones. */
export const customerSearch: SearchSource = {
  kind: 1,
  name: 'customer',
  table: 'customer',
  async load(sql, ids) {
    const rows = await sql.all<Row>(
      `SELECT id, code, name, tax_code, vat_number, pec FROM customer WHERE id ${ids.sql} ORDER BY id`,
      ids.params,
    );
    const contacts = Map.groupBy(
      await sql.all<Contact>(
        `SELECT customer_id, name, email, phone FROM contact WHERE customer_id ${ids.sql} ORDER BY id`,
        ids.params,
      ),
      (contact) => contact.customer_id,
    );
    return rows.map((row) => ({
      id: row.id,
      names: [row.code, row.name],
      fields: [
        row.tax_code,
        row.vat_number,
        row.pec,
        ...(contacts.get(row.id) ?? []).flatMap(({ name, email, phone }) => [
          name,
          email,
          // A number is one word, however it is grouped.
          phone && phone.replace(/\s/g, ''),
        ]),
      ],
    }));
  },
};
