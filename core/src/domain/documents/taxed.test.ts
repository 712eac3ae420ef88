import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { COMPANY, FOREIGN_EU, FOREIGN_PRIVATE } from '../../../../plugins/fatturapa/src/testing/documents.ts';
import { taxedFor, withoutVat, type Parties } from './taxed.ts';

const payer: Parties['payer'] = {
  party: COMPANY,
  vatNatura: null,
  vatReference: null,
  declarationOfIntent: null,
};
const DECLARATION = {
  protocol: '08060120341234567-000001',
  receivedOn: '2026-01-10',
  validFrom: '2026-01-15',
  validTo: '2026-12-31',
} as const;
const parties = (changes: Partial<Parties['payer']>, more: Partial<Parties> = {}): Parties => ({
  issuer: { regimeFiscale: 'RF01' },
  payer: { ...payer, ...changes },
  date: '2026-11-01',
  ...more,
});
const natura = (of: Parties): string | undefined => withoutVat(of)?.natura;
const GROSS = { amount: 2990, vatIncluded: true, vatRate: 2200, natura: null, vatReference: null };

describe('who is invoiced without VAT', () => {
  it('nobody in Italy whose record says nothing', () => {
    assert.equal(withoutVat(parties({})), null);
    assert.deepEqual(taxedFor(parties({}), GROSS), GROSS);
  });

  it('an exporter from the first to the last day of his declaration', () => {
    const on = (date: Parties['date']) => natura(parties({ declarationOfIntent: DECLARATION }, { date }));
    assert.deepEqual(
      ['2026-01-14', '2026-01-15', '2026-12-31', '2027-01-01'].map((d) => on(d as '2026-01-01')),
      [undefined, 'N3.5', 'N3.5', undefined],
    );
  });

  it('a business abroad, with the words of art. 21 c. 6-bis; no person abroad', () => {
    assert.match(withoutVat(parties({ party: FOREIGN_EU }))?.vatReference ?? '', /^Inversione contabile/);
    const swiss = { ...FOREIGN_EU, vatCountry: 'CH' };
    assert.match(withoutVat(parties({ party: swiss }))?.vatReference ?? '', /^Operazione non soggetta/);
    assert.equal(withoutVat(parties({ party: FOREIGN_PRIVATE })), null);
  });

  it('the record of the customer comes first, and before it the regime of the issuer', () => {
    const own = { party: FOREIGN_EU, vatNatura: 'N3.2', vatReference: 'art. 41 DL 331/93' };
    assert.equal(natura(parties({ ...own, declarationOfIntent: DECLARATION })), 'N3.2');
    assert.equal(natura(parties(own, { issuer: { regimeFiscale: 'RF19' } })), 'N2.2');
  });

  it('the VAT in a price goes, but a forfettario charges what he advertises', () => {
    const exporter = parties({ declarationOfIntent: DECLARATION });
    assert.equal(taxedFor(exporter, GROSS).amount, 2451);
    assert.equal(taxedFor(exporter, { ...GROSS, vatIncluded: false }).amount, 2990);
    const forfettario = parties({}, { issuer: { regimeFiscale: 'RF19' } });
    const { amount, vatIncluded, vatRate } = taxedFor(forfettario, GROSS);
    assert.deepEqual([amount, vatIncluded, vatRate], [2990, false, 0]);
  });

  it('what has no VAT anyway keeps its own reason', () => {
    const exempt = { ...GROSS, vatIncluded: false, vatRate: 0, natura: 'N4', vatReference: 'art. 10' };
    assert.deepEqual(taxedFor(parties({ party: FOREIGN_EU }), exempt), exempt);
  });
});
