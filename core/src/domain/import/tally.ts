import type { BrokenRow, CsvRow } from './csv-file.ts';
import type { Thing } from './file-kind.ts';
import type { ImportResult, Outcome, Refusal } from './result.ts';

/** A thing that was read: on which lines, and what is wrong with them. */
export type Read<V> = {
  readonly thing: Thing<V>;
  readonly lines: readonly number[];
  readonly refused: readonly Refusal[];
};

/** Counts what became of the rows. */
export class Tally {
  #rows = 0;
  #imported = 0;
  #unchanged = 0;
  readonly #refused: Refusal[] = [];

  /** The rows that can be read, those that can't being refused on the way. */
  async *readable(rows: AsyncIterable<CsvRow | BrokenRow>, width: number): AsyncGenerator<CsvRow> {
    for await (const row of rows) {
      this.#rows += 1;
      if ('broken' in row)
        this.#refused.push({ line: row.line, field: 'row', code: 'import.row_broken', message: row.broken });
      else if (row.cells.length > width && row.cells.slice(width).some((cell) => cell !== ''))
        this.#refused.push({
          line: row.line,
          field: 'row',
          code: 'import.too_many_cells',
          message: `the row has ${row.cells.length} cells, the header ${width}: put text with the separator in it between quotes`,
        });
      else yield row;
    }
  }

  add(
    things: readonly Read<unknown>[],
    stored: ReadonlyMap<string, { readonly hash: string; readonly outcome: Outcome }>,
  ): void {
    const first = new Set<string>();
    for (const { thing, lines, refused } of things) {
      const found = stored.get(thing.key);
      if (refused.length > 0 || !found) this.#refuse(lines, refused);
      else if (first.has(thing.key)) this.#repeated(thing, lines, found);
      else this.#count(lines, found.outcome);
      if (refused.length === 0) first.add(thing.key);
    }
  }

  result(): ImportResult {
    return {
      rows: this.#rows,
      imported: this.#imported,
      unchanged: this.#unchanged,
      refused: this.#refused.sort((a, b) => a.line - b.line),
    };
  }

  #count(lines: readonly number[], outcome: Outcome): void {
    if (outcome === 'imported') this.#imported += lines.length;
    else if (outcome === 'unchanged') this.#unchanged += lines.length;
    else this.#refuse(lines, outcome);
  }

  /** A thing is stored whole or not at all: its good rows are told that a bad one keeps them out. */
  #refuse(lines: readonly number[], refused: readonly Refusal[]): void {
    const bad = new Set(refused.map((r) => r.line));
    const message = `it belongs to line ${[...bad].join(', ')}, which is refused`;
    this.#refused.push(...refused);
    for (const line of lines)
      if (!bad.has(line)) this.#refused.push({ line, field: 'row', code: 'import.together', message });
  }

  /** The same row twice is no harm; another one with the same key is. */
  #repeated(
    thing: Thing<unknown>,
    lines: readonly number[],
    found: { readonly hash: string; readonly outcome: Outcome },
  ): void {
    if (thing.hash === found.hash && typeof found.outcome === 'string') this.#unchanged += lines.length;
    else
      this.#refuse(lines, [
        {
          line: thing.line,
          field: 'code',
          code: 'import.repeated',
          message: `${thing.key} stands in the file twice, with other values: rows of one thing follow each other`,
        },
      ]);
  }
}
