/** What a text takes as an SMS. */
export type SmsCost = {
  /** `gsm7`: the alphabet of GSM 03.38; `ucs2`: two bytes a character, once a single one isn't in that alphabet. */
  readonly encoding: 'gsm7' | 'ucs2';
  /** Septets (`gsm7`; `€ ^ { } [ ] ~ \ |` take two) or UTF-16 units (`ucs2`; an emoji takes two or more). */
  readonly units: number;
  /** Messages that are paid for: one up to 160 septets or 70 units, of 153 or 67 each beyond. 0 for no text. */
  readonly segments: number;
  /** The characters that force `ucs2`, each once. */
  readonly costly: readonly string[];
};

/**
 * How a text is encoded, and how many messages it is.
 * @example smsCost('Fattura 12: 72,60 €') // { encoding: 'gsm7', units: 20, segments: 1, costly: [] }
 */
export function smsCost(text: string): SmsCost {
  const characters = [...text];
  const costly = [...new Set(characters.filter((one) => !BASIC.has(one) && !EXTENDED.has(one)))];
  const encoding = costly.length === 0 ? 'gsm7' : 'ucs2';
  const sizes = characters.map((one) => (encoding === 'ucs2' ? one.length : EXTENDED.has(one) ? 2 : 1));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const { single, part } = LIMITS[encoding];
  return { encoding, units, segments: units <= single ? Math.min(units, 1) : partsOf(sizes, part), costly };
}

/**
 * The text in characters that cost least: typographic quotes and dashes become plain ones, letters whose accent the
 * alphabet lacks lose it (a capital that Italian accents gets an apostrophe). What has no counterpart stays as it is.
 * @example plainSms('È “scaduta” – paghi…') // `E' "scaduta" - paghi...`
 */
export function plainSms(text: string): string {
  return [...text.normalize('NFC')]
    .map((one) => (BASIC.has(one) || EXTENDED.has(one) ? one : plain(one)))
    .join('');
}

const LIMITS = { gsm7: { single: 160, part: 153 }, ucs2: { single: 70, part: 67 } } as const;

/** A character of two units never lies half in one message and half in the next. */
function partsOf(sizes: readonly number[], most: number): number {
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > most) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
}

/** GSM 03.38, table 6.2.1, and its extension. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const EXTENDED = new Set('\f^{}\\[~]|€');

const REPLACED: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '′': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '″': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '…': '...',
  '•': '-',
  '·': '-',
  '°': 'o',
  º: 'o',
  ª: 'a',
  '\t': ' ',
  '\u00a0': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u200b': '',
  '\ufeff': '',
  À: "A'",
  È: "E'",
  Ì: "I'",
  Ò: "O'",
  Ù: "U'",
};

function plain(character: string): string {
  const replaced = REPLACED[character];
  if (replaced !== undefined) return replaced;
  const bare = character.normalize('NFD').replaceAll(/\p{Mn}/gu, '');
  return bare !== '' && [...bare].every((one) => BASIC.has(one)) ? bare : character;
}
