import { deepEqual, equal, rejects, throws } from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import { BY, openProvider } from '../../../../test/host/provider.ts';
import { chainStart } from '../documents/chain.ts';
import { issuerView } from './find-issuer.ts';
import { type IssuerInput, shapeProblems } from './issuer.input.ts';
import { checkIssuer } from './issuer.rules.ts';
import { chainSeed, readSdiFileName } from './takeover.ts';

/** The provider's own, with what it takes over. */
const FILE = {
  name: 'Rete di Prova S.r.l.',
  vatNumber: '01234567897',
  taxCode: '01234567897',
  regimeFiscale: 'RF01',
  address: {
    street: 'Via delle Antenne',
    houseNumber: '1',
    postcode: '33100',
    city: 'Udine',
    province: 'UD',
    country: 'IT',
  },
  rea: { office: 'UD', number: '284617', shareCapital: '10000,50', liquidazione: 'LN' },
  series: [{ code: 'A', year: 2026, next: 1204 }],
  sdiFile: { last: 'IT01234567897_000A2.xml' },
};

it('the name of an SDI file tells its counter in base 36', () => {
  deepEqual(readSdiFileName('IT01234567890_000A2'), { transmitter: 'IT01234567890', value: 362 });
  deepEqual(readSdiFileName('it01234567890_ZZZZZ.xml.p7m').value, 60_466_175);
  throws(() => readSdiFileName('000A2.xml'), { code: 'issuer.sdi_file_invalid' });
});

it('a series begins with the value that the chain of its documents is verified from', () =>
  equal(chainSeed(3, 'A', 2026), chainStart(3, 'A', 2026)));

const bad: [what: string, change: object, code: string, field: string][] = [
  ['a field that there is not', { vat: 'x' }, 'issuer.shape', 'vat'],
  ['a series without its next number', { series: [{ code: 'A', year: 2026 }] }, 'issuer.shape', 'series.0'],
  ['a wrong partita IVA', { vatNumber: '01234567890' }, 'issuer.vat_number_invalid', 'vat_number'],
  ['a wrong IBAN', { iban: 'IT61X0542811101000000123456' }, 'issuer.iban_invalid', 'iban'],
  ['a time zone that there is not', { timeZone: 'Europe/Udine' }, 'issuer.time_zone_unknown', 'time_zone'],
  [
    'a share capital that is no amount',
    { rea: { ...FILE.rea, shareCapital: 'tanto' } },
    'issuer.rea.share_capital_invalid',
    'rea.share_capital',
  ],
];
for (const [what, change, code, field] of bad)
  it(`an issuer with ${what} is refused as ${code}`, () => {
    const file = { ...FILE, ...change };
    const shape = shapeProblems(file);
    const problems = shape.length > 0 ? shape : checkIssuer(file as unknown as IssuerInput);
    deepEqual(
      problems.map((p) => [p.code, p.field]),
      [[code, field]],
    );
  });

eachDatabase((_name, open) => {
  it('a provider that moves here goes on with the numbers of its series and of its SDI files', async () => {
    const p = await openProvider(open, { day: '2026-10-31' });
    const { id } = await p.tx((tx) => p.app.issuers.set(tx, FILE, BY));
    deepEqual(await p.rows('SELECT code, first_number, last_number, chain_length FROM series'), [
      { code: 'A', first_number: 1204, last_number: 1203, chain_length: 0 },
    ]);
    equal(await p.number("SELECT last_value FROM counter WHERE name = 'sdi-file'"), 362);
    equal((await issuerView(p.app.database.sql, id)).rea?.shareCapital, 1_000_050);
    equal(await p.number('SELECT COUNT(*) FROM issuer'), 1, 'the same partita IVA is the same issuer');
  });

  it('setting up the issuer again changes nothing that has begun', async () => {
    const p = await openProvider(open, { day: '2026-11-01' });
    await p.tx((tx) => p.app.issuers.set(tx, FILE, BY));
    await p.customer('C1');
    await p.contract('K1', { startOn: '2026-11-01' });
    await p.bill();
    await p.tx((tx) => p.app.issuers.set(tx, FILE, BY));
    equal(await p.number('SELECT last_number FROM series'), 1204);
    await rejects(
      p.tx((tx) => p.app.issuers.set(tx, { ...FILE, series: [{ code: 'A', year: 2026, next: 2000 }] }, BY)),
      { code: 'issuer.series_started' },
    );
    await p.tx((tx) => p.app.issuers.set(tx, { ...FILE, sdiFile: { last: 'IT01234567897_00001' } }, BY));
    equal((await p.number("SELECT MIN(last_value) FROM counter WHERE name = 'sdi-file'")) >= 362, true);
  });

  it('file names that somebody else sent are no start of the counter', async () => {
    const p = await openProvider(open, { day: '2026-10-31' });
    const foreign = { ...FILE, sdiFile: { last: 'IT99999999990_00001' } };
    await rejects(
      p.tx((tx) => p.app.issuers.set(tx, foreign, BY)),
      { code: 'issuer.sdi_file_foreign', field: 'sdiFile.last' },
    );
    equal(await p.number('SELECT COUNT(*) FROM series'), 0, 'nothing of it was stored');
  });
});
