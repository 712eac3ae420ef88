import type { OpenDocument } from '@traliccio/sdk';
import type { Holder, Line } from '../matching/world.ts';

/** What really was paid by a line: the documents, or nothing that is open. */
export type Paid = { readonly line: Line; readonly documentIds: readonly number[]; readonly how: string };
export type Month = {
  readonly documents: readonly OpenDocument[];
  readonly accounts: readonly Holder[];
  readonly lines: readonly Paid[];
};

const FIRST = 'Mario Luca Anna Giulia Paolo Marco Elena Sara Andrea Chiara Franco Rita Ugo Ada Ivo'.split(
  ' ',
);
const LAST =
  'Rossi Bianchi Verdi Esposito Russo Ferrari Romano Gallo Costa Conti Greco Bruno Moretti Barbieri Fontana Rinaldi Caruso Ferrara Martini Leone'.split(
    ' ',
  );
/** Few prices, so that hundreds of people owe the same. */
const PRICES = [2490, 2990, 2990, 2990, 3660, 3660, 4990];

/** A month in which 900 customers are billed, some twice, and 1,000 lines come in; always the same for a seed. */
export function monthOf(seed: number): Month {
  const { pick, below, chance } = chanceOf(seed);
  const customers = Array.from({ length: 900 }, (_, index) => ({
    customerId: index + 1,
    customerCode: `C${String(index + 1).padStart(4, '0')}`,
    customerName: `${pick(FIRST)} ${pick(LAST)}`,
    iban: chance(0.4) ? ibanOf(index) : null,
  }));
  const documents = Array.from({ length: 1300 }, (_, index): OpenDocument => {
    const customer = customers[index < 900 ? index : below(900)]!;
    const amount = pick(PRICES);
    const numberText = `${index + 1}/A`;
    return {
      documentId: 1000 + index,
      numberText,
      date: '2026-11-01',
      dueDate: index < 900 ? '2026-11-30' : '2026-12-15',
      ...customer,
      payable: amount,
      open: amount,
      reference: `${numberText} ${customer.customerCode}`,
    };
  });
  const accounts = customers.flatMap(({ iban, ...one }) => (iban === null ? [] : [{ iban, ...one }]));
  const left = [...documents];
  const take = (): OpenDocument => left.splice(below(left.length), 1)[0]!;
  const line = (document: OpenDocument, text: string, changes: Partial<Line> = {}): Line => ({
    amount: document.open,
    currency: 'EUR',
    endToEndId: null,
    payerName: bankName(document.customerName, below(3)),
    payerIban: document.iban,
    text,
    ...changes,
  });
  const stranger = (): string => `${pick(FIRST)} ${pick(LAST)}`;
  const paid = (how: string, all: readonly OpenDocument[], what: Line): Paid => ({
    line: what,
    documentIds: all.map(({ documentId }) => documentId),
    how,
  });

  const kinds: readonly (readonly [count: number, make: () => Paid])[] = [
    [250, () => byReference(take())],
    [300, () => byNumber(take())],
    [80, () => typo(take())],
    [70, () => wrongAmount(take())],
    [60, () => nothing(take())],
    [60, () => forSomebody(take())],
    [60, () => sum()],
    [60, () => fromOutside()],
    [60, () => again()],
  ];
  const done: OpenDocument[] = [];
  const byReference = (document: OpenDocument): Paid => {
    done.push(document);
    const endToEndId = chance(0.3) ? document.reference : null;
    const text =
      endToEndId === null
        ? `Rif. ${chance(0.5) ? document.reference : document.reference?.toLowerCase()}`
        : 'bonifico';
    return paid('reference', [document], line(document, text, { endToEndId }));
  };
  const byNumber = (document: OpenDocument): Paid => {
    done.push(document);
    const [number, series] = document.numberText.split('/') as [string, string];
    const text = pick([
      `fatt. ${number}/${series}`,
      `FT ${number}-${series}`,
      `saldo fattura n. ${number} ${series} del 01/11/2026`,
      `${number}/${series}/2026`,
      `pagamento ft.${number} / ${series.toLowerCase()} novembre`,
    ]);
    return paid('number', [document], line(document, text));
  };
  /** A digit is wrong: what he names is a neighbour's, or nobody's. */
  const typo = (document: OpenDocument): Paid => {
    const number = Number.parseInt(document.numberText, 10) + pick([-100, -10, -1, 1, 10, 100]);
    return paid('typo', [document], line(document, `fattura ${Math.max(number, 1)}/A`));
  };
  const wrongAmount = (document: OpenDocument): Paid =>
    paid(
      'wrong amount',
      [document],
      line(document, `fatt. ${document.numberText}`, { amount: document.open + pick([-100, 10, 1]) }),
    );
  const nothing = (document: OpenDocument): Paid =>
    paid('no number', [document], line(document, 'canone internet'));
  /** A relative pays, from an account that we don't know. */
  const forSomebody = (document: OpenDocument): Paid =>
    paid(
      'relative',
      [document],
      line(document, `fatt. ${document.numberText}`, { payerName: stranger(), payerIban: null }),
    );
  const sum = (): Paid => {
    const first = take();
    const others = left.filter(({ customerId }) => customerId === first.customerId);
    const all = [first, ...others];
    for (const one of others) left.splice(left.indexOf(one), 1);
    const amount = all.reduce((total, one) => total + one.open, 0);
    return paid(
      'sum',
      all,
      line(first, `fatture ${all.map((one) => one.numberText).join(' e ')}`, { amount }),
    );
  };
  const fromOutside = (): Paid =>
    paid('stranger', [], {
      amount: pick(PRICES),
      currency: 'EUR',
      endToEndId: `2026-11-${below(28) + 1}`,
      payerName: stranger(),
      payerIban: ibanOf(5000 + below(5000)),
      text: pick([
        `ordine ${below(2000)}/B`,
        'affitto novembre',
        `rata ${below(12)} di 12`,
        `pratica ${below(1300)}/2026`,
      ]),
    });
  /** Somebody pays what he has paid. */
  const again = (): Paid => {
    const document = pick(done);
    return paid('again', [], line(document, `fatt. ${document.numberText}`));
  };
  return {
    documents,
    accounts,
    lines: kinds.flatMap(([count, make]) => Array.from({ length: count }, make)),
  };
}

const bankName = (name: string, way: number): string =>
  way === 0
    ? name
    : way === 1
      ? name.toUpperCase().split(' ').reverse().join(' ')
      : `SIG. ${name.toUpperCase()}`;

const ibanOf = (number: number): string => `IT60X0542811101${String(number).padStart(12, '0')}`;

/** Numbers that look like chance, from a seed: a linear congruence, of which the high bits are used. */
function chanceOf(seed: number): {
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  chance(share: number): boolean;
} {
  let state = BigInt(seed) + 1n;
  const below = (limit: number): number => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffff_ffff_ffff_ffffn;
    return Number((state >> 33n) % BigInt(limit));
  };
  return { below, pick: (list) => list[below(list.length)]!, chance: (share) => below(1000) < share * 1000 };
}
