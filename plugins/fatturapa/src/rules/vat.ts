import { formatDecimal } from '@traliccio/sdk';
import type { Body } from '../fattura.ts';
import type { Report, Rule, Subject } from './rule.ts';

/** Rates, natures and withholding of lines, pension funds and summaries. */
export const vatRules: readonly Rule[] = [
  {
    code: '00400',
    offline: 'yes',
    severity: 'error',
    title: 'Una riga ad aliquota zero ha la natura',
    check: {
      body({ body }, report) {
        for (const [i, line] of body.DettaglioLinee.entries())
          if (line.AliquotaIVA === 0 && line.Natura === undefined)
            report(
              `DettaglioLinee[${i + 1}]/Natura`,
              'la riga è ad aliquota zero senza natura: indicarla (N1 ... N7)',
            );
      },
    },
  },
  {
    code: '00401',
    offline: 'yes',
    severity: 'error',
    title: 'Una riga con aliquota non ha la natura (tranne TD16)',
    check: {
      body({ body }, report) {
        if (body.DatiGeneraliDocumento.TipoDocumento === 'TD16') return;
        for (const [i, line] of body.DettaglioLinee.entries())
          if (line.AliquotaIVA !== 0 && line.Natura !== undefined)
            report(
              `DettaglioLinee[${i + 1}]/Natura`,
              `la riga ha aliquota ${rate(line.AliquotaIVA)} e natura ${line.Natura}: togliere una delle due`,
            );
      },
    },
  },
  {
    code: '00411',
    offline: 'yes',
    severity: 'error',
    title: 'Una riga soggetta a ritenuta vuole i dati della ritenuta',
    check: {
      body({ body }, report) {
        if (body.DatiGeneraliDocumento.DatiRitenuta.length > 0) return;
        for (const [i, line] of body.DettaglioLinee.entries())
          if (line.Ritenuta)
            report(
              `DettaglioLinee[${i + 1}]/Ritenuta`,
              'la riga è soggetta a ritenuta ma manca DatiRitenuta: aggiungerlo o togliere la ritenuta',
            );
      },
    },
  },
  {
    code: '00413',
    offline: 'yes',
    severity: 'error',
    title: 'Una cassa previdenziale ad aliquota zero ha la natura',
    check: {
      body({ body }, report) {
        for (const [i, fund] of body.DatiGeneraliDocumento.DatiCassaPrevidenziale.entries())
          if (fund.AliquotaIVA === 0 && fund.Natura === undefined)
            report(`${FUND}[${i + 1}]/Natura`, 'la cassa è ad aliquota zero senza natura: indicarla');
      },
    },
  },
  {
    code: '00414',
    offline: 'yes',
    severity: 'error',
    title: 'Una cassa previdenziale con aliquota non ha la natura',
    check: {
      body({ body }, report) {
        for (const [i, fund] of body.DatiGeneraliDocumento.DatiCassaPrevidenziale.entries())
          if (fund.AliquotaIVA !== 0 && fund.Natura !== undefined)
            report(
              `${FUND}[${i + 1}]/Natura`,
              `la cassa ha aliquota ${rate(fund.AliquotaIVA)} e natura ${fund.Natura}: togliere una delle due`,
            );
      },
    },
  },
  {
    code: '00415',
    offline: 'yes',
    severity: 'error',
    title: 'Una cassa soggetta a ritenuta vuole i dati della ritenuta',
    check: {
      body({ body }, report) {
        if (body.DatiGeneraliDocumento.DatiRitenuta.length > 0) return;
        for (const [i, fund] of body.DatiGeneraliDocumento.DatiCassaPrevidenziale.entries())
          if (fund.Ritenuta)
            report(
              `${FUND}[${i + 1}]/Ritenuta`,
              'la cassa è soggetta a ritenuta ma manca DatiRitenuta: aggiungerlo o togliere la ritenuta',
            );
      },
    },
  },
  {
    code: '00419',
    offline: 'yes',
    severity: 'error',
    title: 'C’è almeno un riepilogo per ogni aliquota',
    check: {
      body({ body }, report) {
        const rates = ratesOf(body);
        if (body.DatiRiepilogo.length < rates.length)
          report(
            'DatiRiepilogo',
            `${body.DatiRiepilogo.length} riepiloghi per ${rates.length} aliquote (${rates.map(rate).join(', ')}): ne serve uno per ciascuna`,
          );
      },
    },
  },
  {
    code: '00420',
    offline: 'yes',
    severity: 'error',
    title: 'L’inversione contabile (N6) esclude la scissione dei pagamenti',
    check: {
      body({ body }, report) {
        for (const [i, s] of body.DatiRiepilogo.entries())
          if (s.EsigibilitaIVA === 'S' && s.Natura?.startsWith('N6') === true)
            report(
              `DatiRiepilogo[${i + 1}]/EsigibilitaIVA`,
              `la natura ${s.Natura} non può stare con l’esigibilità S (scissione dei pagamenti)`,
            );
      },
    },
  },
  {
    code: '00424',
    offline: 'yes',
    severity: 'error',
    title: 'Le aliquote sono percentuali (22.00, non 0.22)',
    check: {
      body({ body }, report) {
        eachRate(body, (value, path) => {
          if (value !== 0 && value < 100)
            report(path, `aliquota ${rate(value)}: si scrive in percentuale (22.00, non 0.22)`);
        });
      },
    },
  },
  {
    code: '00429',
    offline: 'yes',
    severity: 'error',
    title: 'Un riepilogo ad aliquota zero ha la natura',
    check: {
      body({ body }, report) {
        for (const [i, s] of body.DatiRiepilogo.entries())
          if (s.AliquotaIVA === 0 && s.Natura === undefined)
            report(
              `DatiRiepilogo[${i + 1}]/Natura`,
              'il riepilogo è ad aliquota zero senza natura: indicarla',
            );
      },
    },
  },
  {
    code: '00430',
    offline: 'yes',
    severity: 'error',
    title: 'Un riepilogo con aliquota non ha la natura (tranne TD16)',
    check: {
      body({ body }, report) {
        if (body.DatiGeneraliDocumento.TipoDocumento === 'TD16') return;
        for (const [i, s] of body.DatiRiepilogo.entries())
          if (s.AliquotaIVA !== 0 && s.Natura !== undefined)
            report(
              `DatiRiepilogo[${i + 1}]/Natura`,
              `il riepilogo ha aliquota ${rate(s.AliquotaIVA)} e natura ${s.Natura}: togliere una delle due`,
            );
      },
    },
  },
  {
    code: '00443',
    offline: 'yes',
    severity: 'error',
    title: 'Ogni aliquota di righe e casse ha il suo riepilogo',
    check: { body: missingRates },
  },
  {
    code: '00444',
    offline: 'yes',
    severity: 'error',
    title: 'Ogni natura di righe e casse ha il suo riepilogo',
    check: { body: missingNatures },
  },
  {
    code: '00445',
    offline: 'yes',
    severity: 'error',
    title: 'Le nature generiche N2, N3 e N6 non si usano più (dal 2021)',
    check: {
      body({ body }, report) {
        for (const [i, line] of body.DettaglioLinee.entries())
          generic(line.Natura, `DettaglioLinee[${i + 1}]/Natura`, report);
        for (const [i, fund] of body.DatiGeneraliDocumento.DatiCassaPrevidenziale.entries())
          generic(fund.Natura, `${FUND}[${i + 1}]/Natura`, report);
        for (const [i, s] of body.DatiRiepilogo.entries())
          generic(s.Natura, `DatiRiepilogo[${i + 1}]/Natura`, report);
      },
    },
  },
];

const FUND = 'DatiGeneraliDocumento/DatiCassaPrevidenziale';
const rate = (value: number): string => formatDecimal(value, 2);

/** The distinct rates of lines and funds. Documents have few of them, so a list beats a set. */
export function ratesOf(body: Body): number[] {
  const rates: number[] = [];
  for (const { AliquotaIVA } of body.DettaglioLinee)
    if (!rates.includes(AliquotaIVA)) rates.push(AliquotaIVA);
  for (const { AliquotaIVA } of body.DatiGeneraliDocumento.DatiCassaPrevidenziale)
    if (!rates.includes(AliquotaIVA)) rates.push(AliquotaIVA);
  return rates;
}

function eachRate(body: Body, visit: (value: number, path: string) => void): void {
  for (const [i, { AliquotaIVA }] of body.DettaglioLinee.entries())
    visit(AliquotaIVA, `DettaglioLinee[${i + 1}]/AliquotaIVA`);
  for (const [i, { AliquotaIVA }] of body.DatiGeneraliDocumento.DatiCassaPrevidenziale.entries())
    visit(AliquotaIVA, `${FUND}[${i + 1}]/AliquotaIVA`);
  for (const [i, { AliquotaIVA }] of body.DatiRiepilogo.entries())
    visit(AliquotaIVA, `DatiRiepilogo[${i + 1}]/AliquotaIVA`);
}

function missingRates({ body }: Subject, report: Report): void {
  for (const value of ratesOf(body))
    if (!body.DatiRiepilogo.some((s) => s.AliquotaIVA === value))
      report('DatiRiepilogo', `l’aliquota ${rate(value)} è nelle righe ma in nessun riepilogo: aggiungerlo`);
}

function missingNatures({ body }: Subject, report: Report): void {
  const missing: string[] = [];
  const look = (natura: string | undefined): void => {
    if (
      natura !== undefined &&
      !missing.includes(natura) &&
      !body.DatiRiepilogo.some((s) => s.Natura === natura)
    )
      missing.push(natura);
  };
  for (const line of body.DettaglioLinee) look(line.Natura);
  for (const fund of body.DatiGeneraliDocumento.DatiCassaPrevidenziale) look(fund.Natura);
  for (const natura of missing)
    report('DatiRiepilogo', `la natura ${natura} è nelle righe ma in nessun riepilogo: aggiungerlo`);
}

function generic(natura: string | undefined, path: string, report: Report): void {
  if (natura === 'N2' || natura === 'N3' || natura === 'N6')
    report(path, `la natura ${natura} non è più ammessa: usare quella di dettaglio (${natura}.1 ...)`);
}
