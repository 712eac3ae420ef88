import { isPersonalTaxCode } from '@traliccio/core/src/domain/tax-ids.ts';

/** Somebody with a name, made by arithmetic: the same for the same number. */
export type Person = {
  readonly first: string;
  readonly last: string;
  readonly taxCode: string;
  readonly email: string;
  readonly phone: string;
};

const GIVEN =
  'Alessandro Alice Andrea Anna Antonio Barbara Beatrice Carlo Caterina Cristina Daniele Davide Elena Emanuele Fabio Federica Filippo Francesca Gabriele Giorgia Giulia Giuseppe Ilaria Irene Lorenzo Luca Lucia Marco Margherita Martina Matteo Michele Niccolò Paola Riccardo Roberta Sara Silvia Stefano Tommaso Valentina Vittorio'.split(
    ' ',
  );
/** Family names are a beginning and an end: some hundreds of them, as many as a town has. */
const BEGINNINGS = 'Bal Ben Car Cas Cor Fal Fon Gar Giu Mar Mon Nar Pel Per Sal San Tar Tos Val Zan'.split(
  ' ',
);
const ENDS =
  'acci aldi andri anelli ardi atti avani elli eri esi etti iani icchi igo ini oli one otti ucci zoni'.split(
    ' ',
  );
/** Some have an apostrophe, a blank or an accent. */
const BEFORE = ["D'", 'De ', 'Dalla '];
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MONTHS = 'ABCDEHLMPRST';

/** A number below 2^32 that looks like chance. */
export function scattered(seed: number): number {
  let x = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

export const oneOf = <T>(values: readonly T[], at: number): T => values[at % values.length] as T;

export function person(n: number): Person {
  const [a, b, c] = [scattered(n), scattered(n + 0x10000000), scattered(n + 0x20000000)];
  const before = c % 12 === 0 ? oneOf(BEFORE, c >>> 8) : '';
  const name = oneOf(BEGINNINGS, a) + oneOf(ENDS, a >>> 8);
  const last = before + name;
  const first = oneOf(GIVEN, b);
  const letters = (text: string): string =>
    text
      .toUpperCase()
      .replace(/[^A-Z]/g, '')
      .slice(0, 3);
  const two = (value: number): string => String(value).padStart(2, '0');
  const start = `${letters(last)}${letters(first)}${two(40 + (b % 60))}${oneOf([...MONTHS], b >>> 6)}${two(1 + ((b >>> 12) % 28))}H${100 + (c % 900)}`;
  const check = [...LETTERS].find((letter) => isPersonalTaxCode(start + letter)) as string;
  return {
    first,
    last,
    taxCode: start + check,
    email: `${plain(first)}.${plain(name)}${n}@${oneOf(['example.it', 'posta.example.it', 'example.com'], c)}`,
    phone: `+393${two(20 + (a % 70))}${String(b % 10_000_000).padStart(7, '0')}`,
  };
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
