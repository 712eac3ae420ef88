import { FAINT, type Paper, type Placed, RULE, type Style, type Tag } from './paper.ts';

export type Column = {
  readonly label: string;
  readonly x: number;
  readonly width: number;
  readonly align?: 'left' | 'right';
};
/** A cell holds its text, and under it smaller text. */
export type Cell = string | { readonly text: string; readonly below: string };

const HEAD: Style = { size: 7.5, bold: true, color: FAINT };
const BODY: Style = { size: 8.5 };
const BELOW: Style = { size: 7.5, color: FAINT };
const PADDING = 4;

/** Draws a table from the cursor on; its head is repeated on every page that it reaches. */
export function drawTable(
  paper: Paper,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): void {
  const head = lay(
    paper,
    columns,
    columns.map(({ label }) => label),
    HEAD,
  );
  const [from, to] = [columns[0]?.x, endOf(columns.at(-1))];
  const headRule = (): void => paper.rule(paper.color, from, to);
  paper.room(head.height * 3);
  paper.group(paper.root, 'Table', (table) => {
    drawRow(paper, table, 'TH', head);
    headRule();
    for (const cells of rows) {
      const row = lay(paper, columns, cells, BODY);
      if (paper.room(row.height)) {
        repeatHead(paper, columns, head);
        headRule();
      }
      drawRow(paper, table, 'TD', row);
      paper.rule(RULE, from, to);
    }
  });
}

/** A row with its lines broken. */
type Row = { readonly cells: readonly (readonly Block[])[]; readonly height: number };
type Block = { readonly lines: readonly string[]; readonly at: Placed };

function lay(paper: Paper, columns: readonly Column[], cells: readonly Cell[], style: Style): Row {
  const laid = columns.map(({ x, width, align }, index) => {
    const at = { x, width, ...(align && { align }) };
    const cell = cells[index] ?? '';
    const { text, below } = typeof cell === 'string' ? { text: cell, below: '' } : cell;
    return [
      ...(text ? [{ lines: paper.wrap(text, at.width, style), at: { ...style, ...at } }] : []),
      ...(below ? [{ lines: paper.wrap(below, at.width, BELOW), at: { ...BELOW, ...at } }] : []),
    ];
  });
  const heights = laid.map((blocks) =>
    blocks.reduce((sum, { lines, at }) => sum + lines.length * paper.lineHeight(at.size), 0),
  );
  return { cells: laid, height: Math.max(...heights) + 2 * PADDING };
}

function drawRow(paper: Paper, table: Tag, type: 'TH' | 'TD', { cells, height }: Row): void {
  const top = paper.y;
  paper.group(table, 'TR', (row) => {
    for (const blocks of cells) {
      paper.y = top + PADDING;
      paper.group(row, type, (cell) => {
        for (const { lines, at } of blocks) paper.y += paper.inside(cell, lines, at);
      });
    }
  });
  paper.y = top + height;
}

function repeatHead(paper: Paper, columns: readonly Column[], { height }: Row): void {
  paper.y += PADDING;
  paper.artifact(() => {
    for (const { label, ...at } of columns) paper.plain(label, { ...HEAD, ...at });
  });
  paper.y += height - PADDING;
}

const endOf = (column: Column | undefined): number | undefined => column && column.x + column.width;
