/** Where a command's result goes: JSON or text on standard output; progress on standard error, for people only. */
export interface Output {
  readonly json: boolean;
  /** The result: `text` for people, `value` for `--json`. */
  result(value: unknown, text: string | (() => string)): void;
  /** A line that is replaced by the next; shown on a terminal only. */
  progress(line: string): void;
}

type Streams = {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown; isTTY?: boolean };
};

export function output(json: boolean, { stdout, stderr }: Streams): Output & { end(): void } {
  let isShowing = false;
  const clear = (): void => {
    if (isShowing) stderr.write('\r\u001b[K');
    isShowing = false;
  };
  return {
    json,
    result(value, text) {
      clear();
      const shown = json ? JSON.stringify(value, null, 2) : typeof text === 'function' ? text() : text;
      if (shown !== '') stdout.write(`${shown}\n`);
    },
    progress(line) {
      if (stderr.isTTY !== true) return;
      stderr.write(`\r\u001b[K${line}`);
      isShowing = true;
    },
    end: clear,
  };
}

/** Rows under their headings, columns aligned; cells that are null are shown as a dash. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const all = [
    headings,
    ...rows.map((row) => row.map((cell) => (cell === null || cell === '' ? '-' : String(cell)))),
  ];
  const widths = headings.map((_, i) => Math.max(...all.map((row) => row[i]!.length)));
  return all
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
