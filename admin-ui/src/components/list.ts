import type { RouteLocationRaw } from 'vue-router';

/** A column of a list. */
export type Column<T> = {
  readonly key: string;
  readonly label: string;
  /** As it is shown, and exported. */
  readonly text: (row: T) => string;
  /** A figure: at the end of its cell. */
  readonly isNumber?: boolean;
  /** The figure itself, for spreadsheets: euro, or a count. */
  readonly number?: (row: T) => number | null;
  /** What the server sorts by, when it can. */
  readonly sort?: string;
  readonly to?: (row: T) => RouteLocationRaw;
  /** Shown only when it is asked for. */
  readonly isExtra?: boolean;
};

/** A filter of a list, by the server's name of it. */
export type Filter =
  | {
      readonly name: string;
      readonly label: string;
      readonly options: readonly { title: string; value: string }[];
    }
  | { readonly name: string; readonly label: string; readonly kind: 'text' | 'date' | 'yes' };

export type ListState = Readonly<Record<string, string>>;

const kept = (what: string, path: string): string => `traliccio.list.${what}.${path}`;

function read<T>(key: string, otherwise: T): T {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as T | null) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** What this operator has chosen for a list on this machine: the columns, and views by name. */
export const listChoices = (path: string) => ({
  columns: (): readonly string[] | null => read(kept('columns', path), null),
  keepColumns: (keys: readonly string[] | null): void =>
    localStorage.setItem(kept('columns', path), JSON.stringify(keys)),
  views: (): Readonly<Record<string, ListState>> => read(kept('views', path), {}),
  keepViews: (views: Readonly<Record<string, ListState>>): void =>
    localStorage.setItem(kept('views', path), JSON.stringify(views)),
});

/** As spreadsheets read it here: semicolons, and a mark that it is UTF-8. */
export function csvOf<T>(columns: readonly Column<T>[], rows: readonly T[]): Blob {
  const cell = (text: string): string => {
    // What begins like a formula is text.
    const safe = /^[=+@\t\r]|^-(?![\d,. €]+$)/.test(text) ? `'${text}` : text;
    return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [
    columns.map((column) => cell(column.label)),
    ...rows.map((row) => columns.map((column) => cell(column.text(row)))),
  ];
  return new Blob(['\uFEFF', lines.map((line) => line.join(';')).join('\r\n'), '\r\n'], {
    type: 'text/csv;charset=utf-8',
  });
}

/** The same for those who calculate: figures are figures. Its writer is loaded when somebody asks. */
export async function xlsxOf<T>(columns: readonly Column<T>[], rows: readonly T[]): Promise<Blob> {
  const { default: writeXlsx } = await import('write-excel-file/universal');
  const head = columns.map((column) => ({ value: column.label, fontWeight: 'bold' as const }));
  const body = rows.map((row) =>
    columns.map((column) => {
      const number = column.number?.(row);
      return number == null ? { value: column.text(row) } : { value: number, format: '#,##0.##' };
    }),
  );
  return writeXlsx([head, ...body], {
    columns: columns.map((column) => ({ width: Math.max(12, column.label.length + 2) })),
    stickyRowsCount: 1,
  }).toBlob();
}

/** Hands a file to the browser. */
export function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
