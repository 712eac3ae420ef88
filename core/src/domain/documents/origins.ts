/** Of documents that have their number from here; others came along from another system. */
export const ISSUED_HERE = ['billing', 'manual'] as const;

/** That a document was issued here, in SQL, of a column `origin`. */
export const isIssuedHere = (origin: string): string =>
  `${origin} IN (${ISSUED_HERE.map((one) => `'${one}'`).join(', ')})`;
