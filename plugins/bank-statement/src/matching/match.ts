import type { OpenDocument } from '@traliccio/sdk';
import { likeness } from './names.ts';
import { capitals, namesNumber, numbersIn, quotesReference } from './quoted.ts';
import { type Match, suggest, type Suggestion } from './suggestion.ts';
import { addUpTo } from './sums.ts';
import { type Holder, type Line, type World, worldOf } from './world.ts';

/** From here on two names are of one person or firm. */
const SAME_NAME = 0.75;
const MOST_SHOWN = 5;
const NOTHING: Match = { automatic: null, suggestions: [] };

/**
 * What a line of a statement may pay. By itself it is booked only when it names one open invoice, by our reference or
 * by its number, has its amount to the cent, and nothing else speaks for somebody else: everybody with one plan owes
 * the same amount, and a digit that is typed wrong hits a neighbour's invoice.
 */
export function match(line: Line, world: World): Match {
  if (line.amount <= 0 || line.currency !== 'EUR') return NOTHING;
  const named = namedIn(line, world);
  const byName = [...quoted(line, named, world), ...namedSum(line, named)];
  const [first] = byName;
  const isAutomatic = named.length === 1 && first !== undefined && first.score >= 95;
  const all = [...byName, ...byIban(line, world), ...byPayerName(line, world)];
  return { automatic: isAutomatic ? first : null, suggestions: best(all) };
}

/** One after the other: an invoice that one line pays is not open for the next. */
export function matchAll(
  lines: readonly Line[],
  open: readonly OpenDocument[],
  accounts: readonly Holder[],
): Match[] {
  const paid = new Set<number>();
  const world = worldOf(open, accounts, paid);
  return lines.map((line) => {
    const found = match(line, world);
    for (const { documentId } of found.automatic?.shares ?? []) paid.add(documentId);
    return found;
  });
}

type Named = { readonly document: OpenDocument; readonly isByReference: boolean };

/** Open invoices that the end-to-end identity or the text names. */
function namedIn(line: Line, world: World): Named[] {
  const texts = [line.endToEndId ?? '', line.text].map(capitals);
  const candidates = world.byNumber(numbersIn(texts.join(' ')));
  const found = candidates.flatMap((document): Named[] => {
    const isByReference = texts.some((text) => quotesReference(text, document));
    return isByReference || texts.some((text) => namesNumber(text, document))
      ? [{ document, isByReference }]
      : [];
  });
  // "12/A C1" names only C1's invoice, whatever other year or issuer has a 12/A.
  const referenced = found.filter((one) => one.isByReference);
  return found.filter(
    (one) =>
      one.isByReference ||
      !referenced.some(({ document }) => document.numberText === one.document.numberText),
  );
}

function quoted(line: Line, named: readonly Named[], world: World): Suggestion[] {
  if (named.length > 1 && namedSum(line, named).length > 0) return [];
  return named
    .map(({ document, isByReference }) => {
      const isExact = document.open === line.amount;
      const speaks = whoSpeaks(line, document, world);
      const what = isByReference ? document.reference : document.numberText;
      const score = scoreOf({ isByReference, isExact, speaks, isAlone: named.length === 1 });
      const amount = isExact
        ? { it: "l'importo è esatto", en: 'the amount is exact' }
        : { it: "l'importo è diverso", en: 'the amount differs' };
      const doubt = DOUBTS[speaks];
      return suggest(line.amount, document, [document], {
        rule: isByReference ? 'reference' : 'number',
        score,
        it: `Cita ${isByReference ? 'il riferimento' : 'la fattura'} ${what}; ${amount.it}${doubt.it}`,
        en: `Quotes ${isByReference ? 'the reference' : 'invoice'} ${what}; ${amount.en}${doubt.en}`,
      });
    })
    .toSorted((a, b) => b.score - a.score);
}

type Speaks = 'for' | 'against' | 'nothing';

const DOUBTS: Readonly<Record<Speaks, { readonly it: string; readonly en: string }>> = {
  for: { it: ', chi paga è il cliente', en: ', and the payer is the customer' },
  against: { it: ', ma il conto è di un altro cliente', en: ", but the account is another customer's" },
  nothing: { it: '', en: '' },
};

function scoreOf(found: {
  readonly isByReference: boolean;
  readonly isExact: boolean;
  readonly speaks: Speaks;
  readonly isAlone: boolean;
}): number {
  const { isByReference, isExact, speaks, isAlone } = found;
  if (speaks === 'against') return isExact ? 55 : 35;
  if (!isExact) return isByReference ? 70 : 60;
  if (!isAlone) return 72;
  if (isByReference) return 100;
  return speaks === 'for' ? 95 : 80;
}

/** Whether the account or the name says that it is the invoice's customer who pays. */
function whoSpeaks(line: Line, document: OpenDocument, world: World): Speaks {
  const holders = world.holders(line.payerIban);
  if (holders.some(({ customerId }) => customerId === document.customerId)) return 'for';
  if (holders.length > 0) return 'against';
  if (line.payerIban !== null && document.iban === line.payerIban) return 'for';
  return likeness(line.payerName ?? '', document.customerName) >= SAME_NAME ? 'for' : 'nothing';
}

/** All that is named is of one customer, and comes to the amount. */
function namedSum(line: Line, named: readonly Named[]): Suggestion[] {
  const documents = named.map(({ document }) => document);
  const [first] = documents;
  const total = documents.reduce((sum, { open }) => sum + open, 0);
  if (!first || documents.length < 2 || total !== line.amount) return [];
  if (documents.some(({ customerId }) => customerId !== first.customerId)) return [];
  return [sumOf(line, documents, { score: 90, it: 'Cita', en: 'Quotes' })];
}

function sumOf(
  line: Line,
  documents: readonly OpenDocument[],
  said: { readonly score: number; readonly it: string; readonly en: string },
): Suggestion {
  const numbers = documents.map(({ numberText }) => numberText).join(', ');
  return suggest(line.amount, documents[0]!, documents, {
    rule: 'sum',
    score: said.score,
    it: `${said.it} ${numbers}: insieme fanno l'importo`,
    en: `${said.en} ${numbers}: together they are the amount`,
  });
}

function byIban(line: Line, world: World): Suggestion[] {
  return world
    .holders(line.payerIban)
    .flatMap((holder) => ofCustomer(line, holder, world.ofCustomer(holder.customerId)));
}

function ofCustomer(line: Line, holder: Holder, open: readonly OpenDocument[]): Suggestion[] {
  const exact = open.filter((document) => document.open === line.amount);
  if (exact.length > 0)
    return exact.slice(0, 2).map((document, index) =>
      suggest(line.amount, holder, [document], {
        rule: 'iban',
        score: exact.length === 1 ? 78 : 68 - index,
        it: `Il conto è di ${holder.customerName}, l'importo è quello della fattura ${document.numberText}`,
        en: `The account is ${holder.customerName}'s, the amount is that of invoice ${document.numberText}`,
      }),
    );
  const sum = addUpTo(
    line.amount,
    open.map((document) => document.open),
  );
  if (sum.length > 0)
    return [
      sumOf(
        line,
        sum.map((place) => open[place]!),
        {
          score: 66,
          it: `Il conto è di ${holder.customerName}; le fatture`,
          en: `The account is ${holder.customerName}'s; invoices`,
        },
      ),
    ];
  return [
    suggest(line.amount, holder, open, {
      rule: 'iban',
      score: 40,
      it: `Il conto è di ${holder.customerName}, nessuna fattura ha questo importo`,
      en: `The account is ${holder.customerName}'s, no invoice has this amount`,
    }),
  ];
}

/** The name alone is looked for among those who owe just this. */
function byPayerName(line: Line, world: World): Suggestion[] {
  const { payerName } = line;
  if (payerName === null) return [];
  const alike = world
    .byAmount(line.amount)
    .map((document) => ({ document, alike: likeness(payerName, document.customerName) }))
    .filter((one) => one.alike >= 0.5)
    .toSorted((a, b) => b.alike - a.alike);
  const customers = new Set(
    alike.filter((one) => one.alike >= SAME_NAME).map((one) => one.document.customerId),
  );
  return alike.slice(0, 3).map(({ document, alike: share }) =>
    suggest(line.amount, document, [document], {
      rule: 'name',
      score: (share < SAME_NAME ? 30 : 50) + (customers.size === 1 && share >= SAME_NAME ? 12 : 0),
      it: `Il nome somiglia a ${document.customerName}, l'importo è quello della fattura ${document.numberText}`,
      en: `The name is like ${document.customerName}, the amount is that of invoice ${document.numberText}`,
    }),
  );
}

/** Each way to book it once, for its best reason. */
function best(all: readonly Suggestion[]): Suggestion[] {
  const seen = new Set<string>();
  return all
    .toSorted((a, b) => b.score - a.score)
    .filter(({ customerId, shares }) => {
      const way = `${customerId}:${shares.map(({ documentId, amount }) => `${documentId}=${amount}`).join()}`;
      return !seen.has(way) && seen.add(way);
    })
    .slice(0, MOST_SHOWN);
}
