import type { SearchSource } from '../../kernel/search/rebuild.ts';

type Row = {
  id: number;
  code: string;
  install_street: string | null;
  install_house_number: string | null;
  install_city: string | null;
  attributes: string;
};

/** What nobody looks for, and what would only be in the way: a successor is found by its own code. */
const NOT_SEARCHED = new Set(['cpe_ownership', 'mandate_date', 'notes', 'predecessor', 'successor']);

/** Contracts are found by code, where they are installed, and their attributes: PPPoE user, serial numbers, IBAN. */
export const contractSearch: SearchSource = {
  kind: 2,
  name: 'contract',
  table: 'contract',
  async load(sql, ids) {
    const rows = await sql.all<Row>(
      `SELECT id, code, install_street, install_house_number, install_city, attributes FROM contract WHERE id ${ids.sql} ORDER BY id`,
      ids.params,
    );
    return rows.map((row) => ({
      id: row.id,
      names: [row.code],
      fields: [
        row.install_street,
        row.install_house_number,
        row.install_city,
        ...searchedAttributes(row.attributes),
      ],
    }));
  },
};

const searchedAttributes = (json: string): string[] =>
  Object.entries(JSON.parse(json) as Record<string, string>)
    .filter(([name]) => !NOT_SEARCHED.has(name))
    .map(([, value]) => value);
