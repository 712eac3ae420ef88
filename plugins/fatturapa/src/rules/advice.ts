import { formatDecimal, type Cents } from '@traliccio/sdk';
import type { Body } from '../fattura.ts';
import type { Rule } from './rule.ts';

/** What SDI doesn't check, and the customer, the accountant or the Agenzia will. Warnings: they stop nothing. */
export const adviceRules: readonly Rule[] = [
  {
    code: 'W001',
    offline: 'yes',
    severity: 'warning',
    title: 'L’importo totale è la somma di imponibili, imposte e arrotondamento',
    check: {
      body({ body }, report) {
        const { ImportoTotaleDocumento: given, ScontoMaggiorazione } = body.DatiGeneraliDocumento;
        if (given === undefined || ScontoMaggiorazione.length > 0) return;
        const total = totalOf(body);
        if (given !== total)
          report(
            'DatiGeneraliDocumento/ImportoTotaleDocumento',
            `importo totale ${two(given)}, ma imponibili, imposte e arrotondamento fanno ${two(total)}`,
          );
      },
    },
  },
  {
    code: 'W002',
    offline: 'yes',
    severity: 'warning',
    title: 'Gli importi di pagamento fanno quanto è dovuto',
    check: {
      body({ body }, report) {
        if (body.DatiPagamento.length === 0 || body.DatiGeneraliDocumento.TipoDocumento === 'TD04') return;
        const due = dueOn(body);
        const sums = body.DatiPagamento.map((p) =>
          p.DettaglioPagamento.reduce((sum, d) => sum + d.ImportoPagamento, 0),
        );
        // Several blocks are parts of one payment, or ways to make the same one.
        const whole = sums.reduce((a, b) => a + b, 0);
        if (whole !== due && !sums.every((sum) => sum === due))
          report(
            'DatiPagamento/DettaglioPagamento/ImportoPagamento',
            `gli importi di pagamento fanno ${two(whole)}, ma sono dovuti ${two(due)}`,
          );
      },
    },
  },
  {
    code: 'W003',
    offline: 'yes',
    severity: 'warning',
    title: 'Oltre 77,47 € senza IVA serve il bollo',
    check: {
      body({ body }, report) {
        const { DatiBollo, TipoDocumento } = body.DatiGeneraliDocumento;
        if (DatiBollo !== undefined || !STAMPED.has(TipoDocumento)) return;
        const untaxed = untaxedOf(body);
        if (untaxed > STAMP_FROM)
          report(
            'DatiGeneraliDocumento/DatiBollo',
            `${two(untaxed)} € senza IVA superano 77,47 €: serve il bollo da 2,00 € (DatiBollo)`,
          );
      },
    },
  },
  {
    code: 'W004',
    offline: 'yes',
    severity: 'warning',
    title: 'Il bollo non serve dove non c’è un importo senza IVA',
    check: {
      body({ body }, report) {
        if (body.DatiGeneraliDocumento.DatiBollo !== undefined && untaxedOf(body) <= STAMP_FROM)
          report(
            'DatiGeneraliDocumento/DatiBollo',
            'c’è il bollo ma gli importi senza IVA non superano 77,47 €: verificare',
          );
      },
    },
  },
  {
    code: 'W005',
    offline: 'yes',
    severity: 'warning',
    title: 'Un riepilogo con natura ha il riferimento normativo',
    check: {
      body({ body }, report) {
        for (const [i, s] of body.DatiRiepilogo.entries())
          if (s.Natura !== undefined && s.RiferimentoNormativo === undefined)
            report(
              `DatiRiepilogo[${i + 1}]/RiferimentoNormativo`,
              `per la natura ${s.Natura} indicare la norma (art. 21 c. 6 DPR 633/72)`,
            );
      },
    },
  },
  {
    code: 'W006',
    offline: 'yes',
    severity: 'warning',
    title: 'La nota di credito indica la fattura che storna',
    check: {
      body({ body }, report) {
        if (body.DatiGeneraliDocumento.TipoDocumento === 'TD04' && body.DatiFattureCollegate.length === 0)
          report(
            'DatiFattureCollegate',
            'la nota di credito non indica la fattura che storna: aggiungere numero e data',
          );
      },
    },
  },
];

const two = (cents: Cents): string => formatDecimal(cents, 2);
const STAMP_FROM: Cents = 7747;
const STAMPED = new Set(['TD01', 'TD02', 'TD03', 'TD05', 'TD06', 'TD24', 'TD25']);
/** What is outside VAT or exempt. Exports and reverse charge (N3.1 to N3.4, N6) are not, nor margin and OSS (N5, N7). */
const UNTAXED = new Set(['N1', 'N2.1', 'N2.2', 'N3.5', 'N3.6', 'N4']);

function totalOf(body: Body): Cents {
  let total = body.DatiGeneraliDocumento.Arrotondamento ?? 0;
  for (const s of body.DatiRiepilogo) total += s.ImponibileImporto + s.Imposta;
  return total;
}

/** The total without the VAT that the customer pays to the state himself (split payment), and without withholding. */
function dueOn(body: Body): Cents {
  let due = body.DatiGeneraliDocumento.ImportoTotaleDocumento ?? totalOf(body);
  for (const s of body.DatiRiepilogo) if (s.EsigibilitaIVA === 'S') due -= s.Imposta;
  for (const r of body.DatiGeneraliDocumento.DatiRitenuta) due -= r.ImportoRitenuta;
  return due;
}

function untaxedOf(body: Body): Cents {
  let sum = 0;
  for (const s of body.DatiRiepilogo)
    if (s.Natura !== undefined && UNTAXED.has(s.Natura)) sum += s.ImponibileImporto;
  return sum;
}
