import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Body, DatiAnagrafici, DettaglioLinee, Fattura } from '../fattura.ts';
import { fatturaOf } from '../from-document.ts';
import { COMPANY, PUBLIC_BODY, documentOf } from '../testing/documents.ts';
import { RULES, runRules } from './table.ts';

const RECEIVED = '2026-11-24';

type Broken = readonly [what: string, change: (fattura: Writable<Fattura>) => void];

/**
 * For each rule: ways to break it, and (from `right` on) ways to come as near as is allowed. Each starts from a valid
 * invoice to a company with two lines at 22 % and one exempt.
 */
const CASES: Record<string, { readonly wrong: readonly Broken[]; readonly right: readonly Broken[] }> = {
  '00300': {
    wrong: [['transmitter with a wrong digit', (f) => (sent(f).IdTrasmittente.IdCodice = '99999999991')]],
    right: [
      ['a foreign transmitter', (f) => (sent(f).IdTrasmittente = { IdPaese: 'DE', IdCodice: 'X1' })],
      ['a sole trader', (f) => (sent(f).IdTrasmittente.IdCodice = 'RSSMRA80A01H501U')],
    ],
  },
  '00301': {
    wrong: [
      ['seller VAT number', (f) => (seller(f).IdFiscaleIVA = { IdPaese: 'IT', IdCodice: '12345678901' })],
    ],
    right: [['a foreign seller', (f) => (seller(f).IdFiscaleIVA = { IdPaese: 'DE', IdCodice: '1' })]],
  },
  '00302': {
    wrong: [['seller tax code', (f) => (seller(f).CodiceFiscale = 'RSSMRA80A01H501V')]],
    right: [['no tax code', (f) => (seller(f).CodiceFiscale = undefined)]],
  },
  '00303': {
    wrong: [
      [
        'representative VAT number',
        (f) => (f.FatturaElettronicaHeader.RappresentanteFiscale = party('12345678901', undefined)),
      ],
    ],
    right: [
      [
        'a valid one',
        (f) => (f.FatturaElettronicaHeader.RappresentanteFiscale = party('12345678903', undefined)),
      ],
    ],
  },
  '00304': {
    wrong: [
      [
        'representative tax code',
        (f) => (f.FatturaElettronicaHeader.RappresentanteFiscale = party('12345678903', '12345678901')),
      ],
    ],
    right: [
      [
        'a valid one',
        (f) => (f.FatturaElettronicaHeader.RappresentanteFiscale = party('12345678903', '12345678903')),
      ],
    ],
  },
  '00305': {
    wrong: [
      ['buyer VAT number', (f) => (buyer(f).IdFiscaleIVA = { IdPaese: 'IT', IdCodice: '88888888886' })],
    ],
    right: [
      ['a foreign number', (f) => (buyer(f).IdFiscaleIVA = { IdPaese: 'DE', IdCodice: '88888888886' })],
    ],
  },
  '00306': {
    wrong: [
      ['buyer tax code of a body', (f) => (buyer(f).CodiceFiscale = '88888888886')],
      ['buyer tax code of neither length', (f) => (buyer(f).CodiceFiscale = 'RSSMRA80A01H50')],
    ],
    right: [['a person', (f) => (buyer(f).CodiceFiscale = 'RSSMRA80A01H501U')]],
  },
  '00313': {
    wrong: [
      ['XXXXXXX to an Italian', (f) => (sent(f).CodiceDestinatario = 'XXXXXXX')],
      [
        'XXXXXXX without VAT id',
        (f) => ((sent(f).CodiceDestinatario = 'XXXXXXX'), (buyer(f).IdFiscaleIVA = undefined)),
      ],
    ],
    right: [
      [
        'XXXXXXX abroad',
        (f) => (
          (sent(f).CodiceDestinatario = 'XXXXXXX'),
          (buyer(f).IdFiscaleIVA = { IdPaese: 'FR', IdCodice: '1' })
        ),
      ],
    ],
  },
  '00320': {
    wrong: [['two codes of the seller', (f) => (seller(f).CodiceFiscale = '77777777770')]],
    right: [['a person', (f) => (seller(f).CodiceFiscale = 'RSSMRA80A01H501U')]],
  },
  '00324': {
    wrong: [['two codes of the buyer', (f) => (buyer(f).CodiceFiscale = '77777777770')]],
    right: [['no VAT number', (f) => (buyer(f).IdFiscaleIVA = undefined)]],
  },
  '00330': {
    wrong: [['a box of SDI', (f) => (sent(f).PECDestinatario = 'SDI01@pec.fatturapa.it')]],
    right: [['another box', (f) => (sent(f).PECDestinatario = 'sdi01@pec.example.it')]],
  },
  '00400': {
    wrong: [['0 % without nature', (f) => (line(f, 2).Natura = undefined)]],
    right: [['0 % with nature', (f) => (line(f, 2).Natura = 'N4')]],
  },
  '00401': {
    wrong: [['22 % with nature', (f) => (line(f, 0).Natura = 'N4')]],
    right: [['22 % with nature on TD16', (f) => ((line(f, 0).Natura = 'N6.1'), type(f, 'TD16'))]],
  },
  '00403': {
    wrong: [['tomorrow', (f) => (general(f).Data = '2026-11-25')]],
    right: [
      ['today', (f) => (general(f).Data = RECEIVED)],
      ['today with a zone', (f) => (general(f).Data = '2026-11-24+01:00')],
    ],
  },
  '00411': {
    wrong: [['withholding on a line only', (f) => (line(f, 0).Ritenuta = true)]],
    right: [
      ['with its data', (f) => ((line(f, 0).Ritenuta = true), (general(f).DatiRitenuta = [withheld(100)]))],
    ],
  },
  '00413': {
    wrong: [['fund at 0 % without nature', (f) => fund(f, { AliquotaIVA: 0 })]],
    right: [['with nature', (f) => fund(f, { AliquotaIVA: 0, Natura: 'N4' })]],
  },
  '00414': {
    wrong: [['fund at 22 % with nature', (f) => fund(f, { Natura: 'N4' })]],
    right: [['without', (f) => fund(f, {})]],
  },
  '00415': {
    wrong: [['withholding on a fund only', (f) => fund(f, { Ritenuta: true })]],
    right: [
      ['with its data', (f) => (fund(f, { Ritenuta: true }), (general(f).DatiRitenuta = [withheld(100)]))],
    ],
  },
  '00417': {
    wrong: [
      ['neither id', (f) => ((buyer(f).IdFiscaleIVA = undefined), (buyer(f).CodiceFiscale = undefined))],
    ],
    right: [
      ['only a tax code', (f) => (buyer(f).IdFiscaleIVA = undefined)],
      ['only a VAT number', (f) => (buyer(f).CodiceFiscale = undefined)],
    ],
  },
  '00418': {
    wrong: [['credit note before its invoice', (f) => (type(f, 'TD04'), linked(f, '2026-11-02'))]],
    right: [
      ['on the same day', (f) => (type(f, 'TD04'), linked(f, '2026-11-01'))],
      ['an invoice that names a later one', (f) => linked(f, '2026-11-02')],
      ['a link without date', (f) => (type(f, 'TD04'), linked(f, undefined))],
    ],
  },
  '00419': {
    wrong: [['one summary for two rates', (f) => body(f).DatiRiepilogo.pop()]],
    right: [['one more than rates', (f) => body(f).DatiRiepilogo.push({ ...summary(f, 1), Natura: 'N1' })]],
  },
  '00420': {
    wrong: [
      [
        'reverse charge and split payment',
        (f) => ((summary(f, 1).Natura = 'N6.3'), (summary(f, 1).EsigibilitaIVA = 'S')),
      ],
    ],
    right: [
      ['reverse charge', (f) => ((summary(f, 1).Natura = 'N6.3'), (summary(f, 1).EsigibilitaIVA = 'I'))],
    ],
  },
  '00421': {
    wrong: [
      ['a cent and a bit', (f) => ((summary(f, 0).ImponibileImporto = 2451), (summary(f, 0).Imposta = 541))],
      ['a cent exactly', (f) => ((summary(f, 0).ImponibileImporto = 2450), (summary(f, 0).Imposta = 540))],
      ['a cent below', (f) => ((summary(f, 0).ImponibileImporto = 2450), (summary(f, 0).Imposta = 538))],
    ],
    right: [
      ['0.0078 above', (f) => ((summary(f, 0).ImponibileImporto = 2451), (summary(f, 0).Imposta = 540))],
      ['0.0022 below', (f) => ((summary(f, 0).ImponibileImporto = 2451), (summary(f, 0).Imposta = 539))],
      [
        'negative amounts',
        (f) => ((summary(f, 0).ImponibileImporto = -2451), (summary(f, 0).Imposta = -539)),
      ],
    ],
  },
  '00422': {
    wrong: [
      ['a euro', (f) => (summary(f, 0).ImponibileImporto += 100)],
      ['a euro below', (f) => (summary(f, 0).ImponibileImporto -= 100)],
      ['a fund that is left out', (f) => fund(f, { ImportoContributoCassa: 100 })],
    ],
    right: [
      ['99 cents', (f) => (summary(f, 0).ImponibileImporto += 99)],
      [
        'a euro that is declared as rounding',
        (f) => ((summary(f, 0).ImponibileImporto += 100), (summary(f, 0).Arrotondamento = 100_000_000n)),
      ],
      [
        'two summaries of a rate',
        (f) => (
          (summary(f, 0).ImponibileImporto -= 500),
          body(f).DatiRiepilogo.push({ ...summary(f, 0), ImponibileImporto: 500, EsigibilitaIVA: 'D' })
        ),
      ],
    ],
  },
  '00423': {
    wrong: [
      ['a cent', (f) => price(f, { PrezzoTotale: 10_01000000n })],
      ['a cent below', (f) => price(f, { PrezzoTotale: 9_99000000n })],
      [
        '0.0102 at SDI’s strict bound (FatturaElettronica.NET #181)',
        (f) => price(f, { PrezzoUnitario: 701_32877100n, PrezzoTotale: 701_34000000n }),
      ],
      ['a missing quantity is one', (f) => price(f, { Quantita: undefined, PrezzoTotale: 20_00000000n })],
      [
        'discounts cascade',
        (f) => price(f, { PrezzoTotale: 8_00000000n, ScontoMaggiorazione: [percent(1000), percent(1000)] }),
      ],
      [
        'a discount amount on a negative line',
        (f) =>
          price(f, {
            PrezzoUnitario: -180_00000000n,
            PrezzoTotale: -162_00000000n,
            ScontoMaggiorazione: [{ Tipo: 'SC', Percentuale: undefined, Importo: 18_00000000n }],
          }),
      ],
    ],
    right: [
      ['just under a cent', (f) => price(f, { PrezzoTotale: 10_00999999n })],
      ['a missing quantity is one', (f) => price(f, { Quantita: undefined })],
      [
        'discounts cascade',
        (f) => price(f, { PrezzoTotale: 8_10000000n, ScontoMaggiorazione: [percent(1000), percent(1000)] }),
      ],
      [
        'a surcharge',
        (f) =>
          price(f, {
            PrezzoTotale: 11_00000000n,
            ScontoMaggiorazione: [{ Tipo: 'MG', Percentuale: 1000, Importo: undefined }],
          }),
      ],
      [
        'the amount wins over the percentage',
        (f) =>
          price(f, {
            PrezzoTotale: 8_00000000n,
            ScontoMaggiorazione: [{ Tipo: 'SC', Percentuale: 1000, Importo: 2_00000000n }],
          }),
      ],
      [
        'an amount after a percentage',
        (f) =>
          price(f, {
            PrezzoTotale: 7_00000000n,
            ScontoMaggiorazione: [
              percent(1000),
              { Tipo: 'SC', Percentuale: undefined, Importo: 2_00000000n },
            ],
          }),
      ],
      [
        'the largest numbers of the format',
        (f) =>
          price(f, {
            Quantita: 1_00000000n,
            PrezzoUnitario: 99_999_999_999_99999999n,
            PrezzoTotale: 99_999_999_999_99999999n,
          }),
      ],
    ],
  },
  '00424': {
    wrong: [
      ['0.22 %', (f) => (line(f, 0).AliquotaIVA = 22)],
      ['in a summary', (f) => (summary(f, 0).AliquotaIVA = 99)],
      ['in a fund', (f) => fund(f, { AliquotaIVA: 22 })],
    ],
    right: [['1 %', (f) => (line(f, 0).AliquotaIVA = 100)]],
  },
  '00425': {
    wrong: [['letters only', (f) => (general(f).Numero = 'A/B')]],
    right: [['one digit', (f) => (general(f).Numero = 'A/1')]],
  },
  '00427': {
    wrong: [
      ['six characters with FPR12', (f) => (sent(f).CodiceDestinatario = 'UFABCD')],
      ['seven with FPA12', (f) => ((f.versione = 'FPA12'), (sent(f).FormatoTrasmissione = 'FPA12'))],
    ],
    right: [
      [
        'six with FPA12',
        (f) => (
          (f.versione = 'FPA12'),
          (sent(f).FormatoTrasmissione = 'FPA12'),
          (sent(f).CodiceDestinatario = 'UFABCD')
        ),
      ],
    ],
  },
  '00428': {
    wrong: [['another version', (f) => (f.versione = 'FPA12')]],
    right: [['the same', () => undefined]],
  },
  '00429': {
    wrong: [['summary at 0 % without nature', (f) => (summary(f, 1).Natura = undefined)]],
    right: [['with it', () => undefined]],
  },
  '00430': {
    wrong: [['summary at 22 % with nature', (f) => (summary(f, 0).Natura = 'N4')]],
    right: [['on TD16', (f) => ((summary(f, 0).Natura = 'N6.1'), type(f, 'TD16'))]],
  },
  '00437': {
    wrong: [
      [
        'an empty discount',
        (f) =>
          (general(f).ScontoMaggiorazione = [{ Tipo: 'SC', Percentuale: undefined, Importo: undefined }]),
      ],
    ],
    right: [['with a percentage', (f) => (general(f).ScontoMaggiorazione = [percent(500)])]],
  },
  '00438': {
    wrong: [
      [
        'an empty discount',
        (f) =>
          (line(f, 0).ScontoMaggiorazione = [{ Tipo: 'SC', Percentuale: undefined, Importo: undefined }]),
      ],
    ],
    right: [
      [
        'with an amount',
        (f) => (line(f, 0).ScontoMaggiorazione = [{ Tipo: 'SC', Percentuale: undefined, Importo: 0n }]),
      ],
    ],
  },
  '00443': {
    wrong: [
      ['a rate without summary', (f) => (summary(f, 0).AliquotaIVA = 1000)],
      ['of a fund', (f) => fund(f, { AliquotaIVA: 400 })],
    ],
    right: [['with it', () => undefined]],
  },
  '00444': {
    wrong: [
      ['a nature without summary', (f) => (summary(f, 1).Natura = 'N1')],
      ['of a fund', (f) => fund(f, { AliquotaIVA: 0, Natura: 'N1' })],
    ],
    right: [['with it', () => undefined]],
  },
  '00445': {
    wrong: [
      ['N2 on a line', (f) => (line(f, 2).Natura = 'N2')],
      ['N3 in a fund', (f) => fund(f, { AliquotaIVA: 0, Natura: 'N3' })],
      ['N6 in a summary', (f) => (summary(f, 1).Natura = 'N6')],
    ],
    right: [['N2.2', (f) => (line(f, 2).Natura = 'N2.2')]],
  },
  '00471': {
    wrong: [
      [
        'the same VAT number',
        (f) => (
          type(f, 'TD18'),
          (f.FatturaElettronicaHeader.CessionarioCommittente.DatiAnagrafici = structuredClone(seller(f)))
        ),
      ],
      [
        'the same tax code',
        (f) => (
          type(f, 'TD29'),
          (buyer(f).IdFiscaleIVA = undefined),
          (buyer(f).CodiceFiscale = '99999999990')
        ),
      ],
    ],
    right: [
      [
        'TD01 to oneself',
        (f) =>
          (f.FatturaElettronicaHeader.CessionarioCommittente.DatiAnagrafici = structuredClone(seller(f))),
      ],
      ['TD18 to another', (f) => type(f, 'TD18')],
    ],
  },
  '00472': {
    wrong: [['TD21 to another', (f) => type(f, 'TD21')]],
    right: [
      [
        'TD21 to oneself',
        (f) => (
          type(f, 'TD21'),
          (f.FatturaElettronicaHeader.CessionarioCommittente.DatiAnagrafici = structuredClone(seller(f)))
        ),
      ],
    ],
  },
  '00473': {
    wrong: [
      ['TD17 of an Italian', (f) => type(f, 'TD17')],
      ['TD28 of an Italian', (f) => type(f, 'TD28')],
      [
        'TD29 of a foreigner',
        (f) => (type(f, 'TD29'), (seller(f).IdFiscaleIVA = { IdPaese: 'DE', IdCodice: '1' })),
      ],
    ],
    right: [
      [
        'TD17 of a foreigner',
        (f) => (type(f, 'TD17'), (seller(f).IdFiscaleIVA = { IdPaese: 'DE', IdCodice: '1' })),
      ],
      ['TD29 of an Italian', (f) => type(f, 'TD29')],
    ],
  },
  '00474': {
    wrong: [['TD21 with a line at 0 %', (f) => type(f, 'TD21')]],
    right: [['TD21 at 22 %', (f) => (type(f, 'TD21'), body(f).DettaglioLinee.pop())]],
  },
  '00475': {
    wrong: [['TD16 to a person', (f) => (type(f, 'TD16'), (buyer(f).IdFiscaleIVA = undefined))]],
    right: [
      ['TD16 to a company', (f) => type(f, 'TD16')],
      ['TD01 to a person', (f) => (buyer(f).IdFiscaleIVA = undefined)],
    ],
  },
  '00476': {
    wrong: [
      [
        'both abroad',
        (f) => (
          (seller(f).IdFiscaleIVA = { IdPaese: 'DE', IdCodice: '1' }),
          (buyer(f).IdFiscaleIVA = { IdPaese: 'FR', IdCodice: '1' })
        ),
      ],
    ],
    right: [['one abroad', (f) => (buyer(f).IdFiscaleIVA = { IdPaese: 'FR', IdCodice: '1' })]],
  },
  W001: {
    wrong: [['a cent off the sum', (f) => (general(f).ImportoTotaleDocumento = 12_442)]],
    right: [
      ['no total', (f) => (general(f).ImportoTotaleDocumento = undefined)],
      [
        'declared rounding',
        (f) => ((general(f).ImportoTotaleDocumento = 12_442), (general(f).Arrotondamento = 1)),
      ],
    ],
  },
  W002: {
    wrong: [
      ['less than the total', (f) => (payment(f).ImportoPagamento -= 1)],
      ['split payment paid gross', (f) => (summary(f, 0).EsigibilitaIVA = 'S')],
    ],
    right: [
      [
        'instalments',
        (f) => (
          (payment(f).ImportoPagamento -= 1000),
          body(f).DatiPagamento[0]?.DettaglioPagamento.push({ ...payment(f), ImportoPagamento: 1000 })
        ),
      ],
      [
        'two ways to pay it',
        (f) => body(f).DatiPagamento.push(structuredClone(required(body(f).DatiPagamento[0]))),
      ],
      [
        'less withholding',
        (f) => ((general(f).DatiRitenuta = [withheld(400)]), (payment(f).ImportoPagamento -= 400)),
      ],
    ],
  },
  W003: {
    wrong: [['80 € exempt, no stamp', (f) => (general(f).DatiBollo = undefined)]],
    right: [
      [
        '77.47 € exempt',
        (f) => ((general(f).DatiBollo = undefined), (summary(f, 1).ImponibileImporto = 7747)),
      ],
      [
        '80 € of reverse charge',
        (f) => ((general(f).DatiBollo = undefined), (summary(f, 1).Natura = 'N6.7')),
      ],
      ['a credit note', (f) => ((general(f).DatiBollo = undefined), type(f, 'TD04'))],
    ],
  },
  W004: {
    wrong: [['stamp with VAT only', (f) => (summary(f, 1).Natura = 'N6.7')]],
    right: [['stamp on 77.48 €', (f) => (summary(f, 1).ImponibileImporto = 7748)]],
  },
  W005: {
    wrong: [['nature without its law', (f) => (summary(f, 1).RiferimentoNormativo = undefined)]],
    right: [['no nature', (f) => (summary(f, 0).RiferimentoNormativo = undefined)]],
  },
  W006: {
    wrong: [['credit note of nothing', (f) => type(f, 'TD04')]],
    right: [['credit note of an invoice', (f) => (type(f, 'TD04'), linked(f, '2026-10-01'))]],
  },
};

describe('the rules', () => {
  it('have nothing to say about a valid invoice', () => {
    assert.deepEqual(runRules(valid(), RECEIVED), []);
    assert.deepEqual(
      runRules(
        fatturaOf(
          documentOf({ customer: PUBLIC_BODY, esigibilita: 'S', lines: [{ description: 'x', price: 1000 }] }),
          '00001',
        ).fattura,
        RECEIVED,
      ),
      [],
    );
  });

  for (const rule of RULES.filter((r) => r.check)) {
    const cases = required(CASES[rule.code]);
    for (const [what, change] of cases.wrong)
      it(`${rule.code}: ${rule.title} - refused: ${what}`, () => {
        const found = runRules(changed(change), RECEIVED).filter((f) => f.code === rule.code);
        assert.ok(found.length > 0);
        for (const f of found) {
          assert.equal(f.severity, rule.severity);
          assert.match(f.path, /^[A-Z]\w+/);
          assert.ok(f.message.length > 20);
        }
      });
    for (const [what, change] of cases.right)
      it(`${rule.code}: ${rule.title} - passes: ${what}`, () => {
        assert.deepEqual(
          runRules(changed(change), RECEIVED).filter((f) => f.code === rule.code),
          [],
        );
      });
  }

  it('name the document of a lot', () => {
    const found = runRules(
      changed(
        (f) => (
          f.FatturaElettronicaBody.push(structuredClone(body(f))),
          (required(f.FatturaElettronicaBody[1]).DatiGeneraliDocumento.Numero = 'X')
        ),
      ),
      RECEIVED,
    );
    assert.deepEqual(
      found.map((f) => [f.code, f.path]),
      [['00425', 'FatturaElettronicaBody[2]/DatiGeneraliDocumento/Numero']],
    );
  });

  it('00409: no two documents of a lot have one number in a year, credit notes apart', () => {
    const lot = (change: Broken[1]): string[] =>
      runRules(
        changed((f) => (f.FatturaElettronicaBody.push(structuredClone(body(f))), change(f))),
        RECEIVED,
      ).map((f) => f.code);
    const second = (f: Writable<Fattura>) => required(f.FatturaElettronicaBody[1]).DatiGeneraliDocumento;
    assert.deepEqual(
      lot(() => undefined),
      ['00409'],
    );
    assert.deepEqual(
      lot((f) => (second(f).Data = '2026-11-02')),
      ['00409'],
    );
    assert.deepEqual(
      lot((f) => (second(f).Data = '2025-11-01')),
      [],
    );
    assert.deepEqual(
      lot((f) => (second(f).Numero = '124/A')),
      [],
    );
    assert.deepEqual(
      lot((f) => (second(f).TipoDocumento = 'TD04')),
      ['W006'],
    );
    assert.deepEqual(
      lot((f) => ((general(f).Art73 = true), (second(f).Art73 = true), (second(f).Data = '2026-11-02'))),
      [],
    );
    assert.deepEqual(
      lot((f) => ((general(f).Art73 = true), (second(f).Art73 = true))),
      ['00409'],
    );
  });
});

type Writable<T> = T extends string | number | bigint | boolean | undefined
  ? T
  : T extends readonly (infer E)[]
    ? Writable<E>[]
    : { -readonly [K in keyof T]: Writable<T[K]> };

function valid(): Fattura {
  const lines = [
    { description: 'Canone', price: 1000 },
    { description: 'Canone', price: 2640 },
    { description: 'Esente', price: 8000, vatRate: 0, natura: 'N4' },
  ];
  return fatturaOf(documentOf({ customer: COMPANY, stampDuty: 200, lines }), '00001').fattura;
}

function changed(change: Broken[1]): Fattura {
  const fattura = structuredClone(valid()) as Writable<Fattura>;
  change(fattura);
  return fattura;
}

function required<T>(value: T | undefined): T {
  assert.ok(value !== undefined);
  return value;
}

const sent = (f: Writable<Fattura>) => f.FatturaElettronicaHeader.DatiTrasmissione;
const seller = (f: Writable<Fattura>) => f.FatturaElettronicaHeader.CedentePrestatore.DatiAnagrafici;
const buyer = (f: Writable<Fattura>) => f.FatturaElettronicaHeader.CessionarioCommittente.DatiAnagrafici;
const body = (f: Writable<Fattura>): Writable<Body> => required(f.FatturaElettronicaBody[0]);
const withheld = (ImportoRitenuta: number) => ({
  TipoRitenuta: 'RT02',
  ImportoRitenuta,
  AliquotaRitenuta: 400,
  CausalePagamento: 'W',
});
const general = (f: Writable<Fattura>) => body(f).DatiGeneraliDocumento;
const line = (f: Writable<Fattura>, index: number) => required(body(f).DettaglioLinee[index]);
const summary = (f: Writable<Fattura>, index: number) => required(body(f).DatiRiepilogo[index]);
const payment = (f: Writable<Fattura>) => required(body(f).DatiPagamento[0]?.DettaglioPagamento[0]);
const type = (f: Writable<Fattura>, code: string): void => void (general(f).TipoDocumento = code);
const price = (f: Writable<Fattura>, change: Partial<DettaglioLinee>): void =>
  void Object.assign(line(f, 0), change);
const percent = (Percentuale: number) => ({ Tipo: 'SC', Percentuale, Importo: undefined });
const linked = (f: Writable<Fattura>, Data: string | undefined): void =>
  void body(f).DatiFattureCollegate.push({
    RiferimentoNumeroLinea: [],
    IdDocumento: '1/A',
    Data,
    CodiceCUP: undefined,
    CodiceCIG: undefined,
  });
const fund = (
  f: Writable<Fattura>,
  change: Partial<Body['DatiGeneraliDocumento']['DatiCassaPrevidenziale'][number]>,
): void =>
  void general(f).DatiCassaPrevidenziale.push({
    ImportoContributoCassa: 10,
    AliquotaIVA: 2200,
    Ritenuta: false,
    Natura: undefined,
    ...change,
  });
const party = (vat: string, CodiceFiscale: string | undefined): Writable<DatiAnagrafici> => ({
  IdFiscaleIVA: { IdPaese: 'IT', IdCodice: vat },
  CodiceFiscale,
  Anagrafica: { Denominazione: 'Rappresentante', Nome: undefined, Cognome: undefined },
});
