import { deepCursors, type Ask } from './pages.ts';

/** The same question to the product and to the floor. */
export type Subject = {
  readonly name: string;
  readonly product: readonly string[];
  readonly floor: readonly string[];
};

const SUBJECTS = [
  { name: 'customers', sort: 'name', firstId: 1 },
  { name: 'contracts', sort: 'code', firstId: 1 },
  { name: 'documents', sort: '-date', firstId: 1_001_000_001 },
] as const;
/** How many different ones are asked for. */
const DIFFERENT = 500;

/** One by its id, the first page, and pages far down, of each. */
export async function subjects(customers: number, ask: Ask): Promise<Subject[]> {
  const all: Subject[] = [];
  for (const { name, sort, firstId } of SUBJECTS) {
    const ids = Array.from({ length: DIFFERENT }, (_, i) => firstId + ((i * 7919) % customers));
    all.push({
      name: `get of ${name}`,
      product: ids.map((id) => `/api/${name}/${id}`),
      floor: ids.map((id) => `/${name}/${id}`),
    });
    all.push({ name: `list of ${name}`, product: [`/api/${name}`], floor: [`/${name}`] });
    const address = `/api/${name}?sort=${sort}`;
    const cursors = await deepCursors(address, ask);
    all.push({
      name: `list of ${name}, deep`,
      product: cursors.map((cursor) => `${address}&cursor=${cursor}`),
      floor: cursors.map((cursor) => `/${name}?after=${encodeURIComponent(positionIn(cursor))}`),
    });
  }
  return all;
}

/** The last row of the page before, as the cursor has it. */
function positionIn(cursor: string): string {
  const [, position] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, unknown, string];
  return JSON.stringify(position);
}
