import { Invalid } from '@traliccio/sdk';
import type { FileKind } from './file-kind.ts';

/** @throws Invalid naming the columns that are missing, unknown or there twice */
export function checkHeader(header: readonly string[], kind: FileKind<unknown>): void {
  const known = new Set(kind.columns.map((c) => c.name));
  const missing = kind.columns.filter((c) => c.required && !header.includes(c.name)).map((c) => c.name);
  if (!header.some((name) => known.has(name)))
    throw new Invalid(
      'import.header',
      `this is no CSV file of ${kind.name}: its first line must name the columns (${[...known].slice(0, 5).join(', ')} ...)`,
      { field: 'header' },
    );
  if (missing.length > 0)
    throw new Invalid(
      'import.column_missing',
      `the file of ${kind.name} lacks the column ${missing.join(', ')}`,
      { field: missing.join(', ') },
    );
  const unknown = header.filter(
    (name) =>
      !known.has(name) &&
      !(kind.freePrefix && name.startsWith(kind.freePrefix) && name.length > kind.freePrefix.length),
  );
  if (unknown.length > 0) {
    const hint = kind.freePrefix ? `; what Traliccio has no column for goes into ${kind.freePrefix}NAME` : '';
    throw new Invalid(
      'import.column_unknown',
      `the file of ${kind.name} has the unknown column ${unknown.map((n) => n || '(empty)').join(', ')}${hint}`,
      { field: unknown.join(', ') },
    );
  }
  const twice = header.filter((name, i) => header.indexOf(name) !== i);
  if (twice.length > 0)
    throw new Invalid('import.column_twice', `the column ${twice.join(', ')} stands twice`, {
      field: twice.join(', '),
    });
}
