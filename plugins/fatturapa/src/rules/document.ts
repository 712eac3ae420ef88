import { seller, buyer, sameParty } from './parties.ts';
import type { Rule } from './rule.ts';

const SELF_INVOICES = new Set(['TD16', 'TD17', 'TD18', 'TD19', 'TD20', 'TD29']);
const FROM_ABROAD = new Set(['TD17', 'TD18', 'TD19', 'TD28']);
const BUYER_WITH_VAT = new Set(['TD16', 'TD17', 'TD18', 'TD19', 'TD20', 'TD22', 'TD23', 'TD28', 'TD29']);
const TYPE = 'DatiGeneraliDocumento/TipoDocumento';

/** Date, number and type of the document. */
export const documentRules: readonly Rule[] = [
  {
    code: '00403',
    offline: 'yes',
    severity: 'error',
    title: 'La data del documento non è successiva a quella di ricezione',
    check: {
      body({ body, received }, report) {
        const date = body.DatiGeneraliDocumento.Data.slice(0, 10);
        if (date > received)
          report(
            'DatiGeneraliDocumento/Data',
            `la data ${date} è successiva alla ricezione (${received}): lo SDI non accetta date future`,
          );
      },
    },
  },
  {
    code: '00418',
    offline: 'yes',
    severity: 'error',
    title: 'La nota di credito non è anteriore alla fattura collegata',
    check: {
      body({ body }, report) {
        const { TipoDocumento, Data } = body.DatiGeneraliDocumento;
        if (TipoDocumento !== 'TD04') return;
        for (const linked of body.DatiFattureCollegate)
          if (linked.Data !== undefined && Data.slice(0, 10) < linked.Data.slice(0, 10))
            report(
              'DatiGeneraliDocumento/Data',
              `la nota di credito è del ${Data}, la fattura ${linked.IdDocumento} del ${linked.Data}: correggere la data`,
            );
      },
    },
  },
  {
    code: '00425',
    offline: 'yes',
    severity: 'error',
    title: 'Il numero del documento contiene almeno una cifra',
    check: {
      body({ body }, report) {
        const number = body.DatiGeneraliDocumento.Numero;
        if (!/[0-9]/.test(number))
          report('DatiGeneraliDocumento/Numero', `"${number}" non contiene cifre: correggere la numerazione`);
      },
    },
  },
  {
    code: '00471',
    offline: 'yes',
    severity: 'error',
    title: 'Nelle autofatture TD16-TD20 e TD29 chi emette e cliente sono diversi',
    check: {
      body({ body, fattura }, report) {
        const type = body.DatiGeneraliDocumento.TipoDocumento;
        if (SELF_INVOICES.has(type) && sameParty(seller(fattura), buyer(fattura)))
          report(TYPE, `con ${type} chi emette e cliente non possono essere lo stesso soggetto`);
      },
    },
  },
  {
    code: '00472',
    offline: 'yes',
    severity: 'error',
    title: 'Con TD21 (splafonamento) chi emette e cliente coincidono',
    check: {
      body({ body, fattura }, report) {
        if (
          body.DatiGeneraliDocumento.TipoDocumento === 'TD21' &&
          !sameParty(seller(fattura), buyer(fattura))
        )
          report(TYPE, 'con TD21 chi emette e cliente devono essere lo stesso soggetto');
      },
    },
  },
  {
    code: '00473',
    offline: 'yes',
    severity: 'error',
    title: 'Con TD17, TD18, TD19 e TD28 chi emette è estero; con TD29 è italiano',
    check: {
      body({ body, fattura }, report) {
        const type = body.DatiGeneraliDocumento.TipoDocumento;
        const country = seller(fattura).IdFiscaleIVA?.IdPaese;
        if (country === undefined) return;
        if (FROM_ABROAD.has(type) && country === 'IT')
          report(TYPE, `con ${type} il paese di chi emette non può essere IT`);
        if (type === 'TD29' && country !== 'IT')
          report(TYPE, `con TD29 il paese di chi emette deve essere IT, è ${country}`);
      },
    },
  },
  {
    code: '00474',
    offline: 'yes',
    severity: 'error',
    title: 'Con TD21 nessuna riga è ad aliquota zero',
    check: {
      body({ body }, report) {
        if (body.DatiGeneraliDocumento.TipoDocumento !== 'TD21') return;
        for (const [i, line] of body.DettaglioLinee.entries())
          if (line.AliquotaIVA === 0)
            report(`DettaglioLinee[${i + 1}]/AliquotaIVA`, 'con TD21 ogni riga deve avere l’aliquota IVA');
      },
    },
  },
  {
    code: '00475',
    offline: 'yes',
    severity: 'error',
    title: 'Nelle autofatture e estrazioni il cliente ha la partita IVA',
    check: {
      body({ body, fattura }, report) {
        const type = body.DatiGeneraliDocumento.TipoDocumento;
        if (BUYER_WITH_VAT.has(type) && buyer(fattura).IdFiscaleIVA === undefined)
          report(
            'CessionarioCommittente/DatiAnagrafici/IdFiscaleIVA',
            `con ${type} serve la partita IVA del cliente`,
          );
      },
    },
  },
];
