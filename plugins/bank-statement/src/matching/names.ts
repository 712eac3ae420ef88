/** Words that say what somebody is, not who. */
const NOT_A_NAME = new Set(
  'SRL SRLS SPA SNC SAS SS SAPA SCARL SCRL COOP SOC SOCIETA ONLUS APS ASD DITTA IMPRESA SIG SIGRA DOTT DR AVV ING GEOM DI DEL DELLA DELLO DEI E ED LA IL LO THE CO AND ITALIA GROUP'.split(
    ' ',
  ),
);

/** A name's words in capitals without accents, points and legal forms. */
export function nameWords(name: string): string[] {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    // S.R.L. is one word, and so is D'ANGELO.
    .replace(/\b([A-Z])\.(?=[A-Z]\b)/g, '$1')
    .replace(/['’.]/g, '');
  return [...new Set(plain.split(/[^A-Z0-9]+/))].filter((word) => word.length > 1 && !NOT_A_NAME.has(word));
}

/**
 * How alike two names are, 0 to 1: the share of the shorter one's words that the other has too. A long word may have
 * one letter wrong. One word alone is never a whole likeness unless both have no more.
 */
export function likeness(one: string, other: string): number {
  const [a, b] = [nameWords(one), nameWords(other)].toSorted((x, y) => x.length - y.length) as [
    string[],
    string[],
  ];
  if (a.length === 0) return 0;
  const left = [...b];
  let found = 0;
  for (const word of a) {
    const index = left.findIndex((candidate) => isSameWord(word, candidate));
    if (index < 0) continue;
    left.splice(index, 1);
    found++;
  }
  const share = found / a.length;
  return a.length === 1 && b.length > 1 ? share / 2 : share;
}

function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 6 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}
