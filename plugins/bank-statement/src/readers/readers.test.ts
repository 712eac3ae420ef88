import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Invalid } from '@traliccio/sdk';
import type { BankEntry } from './bank-entry.ts';
import type { Mapping } from './mapping.ts';
import { readStatement, sniff } from './read-statement.ts';
import { unpackedSize } from './zip-size.ts';

const ACCOUNT = 'IT60X0542811101000000123456';
const CSV: Mapping = {
  account: ACCOUNT,
  columns: {
    bookedOn: 'Data contabile',
    valueDate: 'Data valuta',
    credit: 'Avere',
    debit: 'Dare',
    text: ['Descrizione'],
    payerName: 'Ordinante',
  },
  dateFormat: 'dd/mm/yyyy',
  decimal: ',',
  sign: 'plus_in',
};
const BY_PLACE: Mapping = {
  ...CSV,
  columns: { bookedOn: 1, amount: 2, text: [3], payerName: 4 },
};

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (name: string): Uint8Array => readFileSync(new URL(`../../test-data/${name}`, import.meta.url));
const textOf = (name: string): string => new TextDecoder().decode(file(name));
/** What a file has after something in it was replaced. */
const changed = (name: string, what: string | RegExp, by: string): Uint8Array => {
  const before = textOf(name);
  const after = before.replace(what, by);
  if (before === after) throw new Error(`nothing was replaced in ${name}`);
  return bytes(after);
};
const short = (entry: BankEntry): unknown[] => [entry.bookedOn, entry.amount, entry.payerName, entry.text];
const refuses = (given: Uint8Array, code: string, message: RegExp, mapping?: Mapping): Promise<void> =>
  rejects(readStatement(given, mapping), (error: Invalid) => {
    equal(error.code, `bank_statement.${code}`, error.message);
    equal(message.test(error.message), true, error.message);
    return true;
  });

describe('camt.053', () => {
  it("is read as CBI wraps it, whatever the names' prefixes are", async () => {
    const { format, statements } = await readStatement(file('cbi.xml'), undefined);
    equal(format, 'cbi-camt');
    deepEqual(
      statements.map(({ account, id, opening, closing }) => [account, id, opening, closing]),
      [[ACCOUNT, '2026-324-1', 100_000, 102_410]],
    );
    deepEqual(statements[0]?.entries, [
      {
        account: ACCOUNT,
        statementId: '2026-324-1',
        entryRef: '1',
        bookedOn: '2026-11-19',
        valueDate: '2026-11-18',
        amount: 3660,
        currency: 'EUR',
        bankCode: '48',
        payerName: 'Rossi & Figli S.n.c.',
        payerIban: 'IT28W8000000292100645211151',
        endToEndId: '12/A C1',
        bankRef: 'R-1',
        text: 'Saldo fattura 12/A | Bonifico a vostro favore',
      },
      {
        account: ACCOUNT,
        statementId: '2026-324-1',
        entryRef: '2',
        bookedOn: '2026-11-19',
        valueDate: '2026-11-19',
        amount: -1250,
        currency: 'EUR',
        bankCode: '16',
        payerName: 'Banca di Prova',
        payerIban: null,
        endToEndId: null,
        bankRef: null,
        text: 'Commissioni',
      },
    ]);
  });

  for (const version of ['02', '08'])
    it(`is read as ISO has it in version ${version}: a batch by its movements, nothing that is not booked`, async () => {
      const { format, statements } = await readStatement(file(`camt.053.001.${version}.xml`), undefined);
      equal(format, 'camt');
      deepEqual(
        statements[0]?.entries.map((one) => [one.entryRef, ...short(one), one.endToEndId, one.payerIban]),
        [
          ['A.1', '2026-11-19', 3660, 'Mario Rossi', 'fatt. 12/A', 'E1', null],
          ['A.2', '2026-11-19', 3660, 'Lucia Bianchi', 'fatt. 13/A', null, null],
          ['2', '2026-11-19', 3000, 'Anna Verdi', 'RF18 539007547034', null, 'IT28W8000000292100645211151'],
        ],
      );
    });

  it('is refused with the numbers when it does not add up', async () => {
    await refuses(
      changed('cbi.xml', '1024.10', '1024.11'),
      'total',
      /1000\.00 .* 24\.10 make 1024\.10, .* 1024\.11/,
    );
    await refuses(
      changed('cbi.xml', 'NbOfNtries>2<', 'NbOfNtries>3<'),
      'total',
      /has 3 movements, and has 2/,
    );
    await refuses(changed('cbi.xml', '49.10', '49.20'), 'total', /add up to 49\.10, and it says 49\.20/);
  });

  it('is refused by the line that is wrong', async () => {
    await refuses(
      changed('cbi.xml', '>36.60<', '>36.6x<'),
      'line',
      /2026-324-1\), entry 1: "36.6x" is no amount/,
    );
    await refuses(changed('cbi.xml', '>DBIT<', '>DEBIT<'), 'line', /entry 2: CdtDbtInd is "DEBIT"/);
    await refuses(
      changed('cbi.xml', /BookgDt><S:Dt>2026-11-19/, 'BookgDt><S:Dt>2026-11-31'),
      'line',
      /entry 1: BookgDt/,
    );
    await refuses(changed('cbi.xml', '36.60', '36.605'), 'line', /36\.605/);
    await refuses(
      changed('cbi.xml', 'Ccy="EUR">36', 'Ccy="EURO">36'),
      'line',
      /movement 1 .* "EURO" is no currency/,
    );
    await refuses(
      changed('cbi.xml', '2026-324-1', 'x'.repeat(81)),
      'line',
      /statement has more than 80 signs/,
    );
  });

  it('takes no entities, whatever they are for', async () => {
    const head = '<?xml version="1.0"?>';
    const body = '<Document><BkToCstmrStmt>&x;</BkToCstmrStmt></Document>';
    await refuses(
      bytes(`${head}<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>${body}`),
      'file',
      /document type/,
    );
    const lol = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
    await refuses(bytes(`${head}<!DOCTYPE d [<!ENTITY l0 "ha">${lol}]>${body}`), 'file', /document type/);
    await refuses(bytes(`${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}`), 'file', /nested deeper/);
    await refuses(bytes('<Document><BkToCstmrStmt></Document>'), 'file', /broken at line 1/);
    await refuses(bytes('<Document><Other/></Document>'), 'file', /without BkToCstmrStmt/);
    await refuses(
      bytes('<rss></rss>'),
      'file',
      /the XML is a rss: a statement begins with CBIBdyBkToCstmrStmtReq/,
    );
  });
});

describe('CBI RH', () => {
  it("is read with what its records 63 tell, the payer's text put together again", async () => {
    const { format, statements } = await readStatement(file('rendiconto.rh'), undefined);
    equal(format, 'cbi-rh');
    const [statement] = statements;
    deepEqual([statement?.account, statement?.opening, statement?.closing], [ACCOUNT, 100_000, 102_410]);
    const [first, second] = statement?.entries ?? [];
    deepEqual(
      [first?.endToEndId, first?.payerName, first?.amount, first?.bankCode, first?.bankRef, first?.valueDate],
      ['12/A C1', 'ROSSI MARIO', 3660, '48', 'RIF0001', '2026-11-19'],
    );
    equal(
      /^SALDO FATTURA X+ 12\/A DEL 01\/11\/2026 \| BONIFICO A VOSTRO FAVORE$/.test(first?.text ?? ''),
      true,
      first?.text,
    );
    deepEqual(second && short(second), ['2026-11-19', -1250, null, 'COMMISSIONI SU BONIFICO | COMMISSIONI']);
  });

  it('is read with the line ends of either world', async () => {
    const text = textOf('rendiconto.rh').replaceAll('\r\n', '\n');
    const [unix, windows] = [text, text.replaceAll('\n', '\r\n')].map((one) =>
      readStatement(bytes(one), undefined),
    );
    deepEqual(await unix, await windows);
  });

  it('is refused when it is cut off, does not add up or has a line that is wrong', async () => {
    const whole = textOf('rendiconto.rh');
    await refuses(bytes(whole.slice(0, whole.lastIndexOf(' EF'))), 'file', /EF .* cut off/);
    await refuses(
      changed('rendiconto.rh', '000000001024,10', '000000001025,10'),
      'total',
      /1024\.10, and the closing balance is 1025\.10/,
    );
    await refuses(bytes(whole.replace(/ 65.*\n/, '')), 'total', /counts "0000012" records, and there are 11/);
    await refuses(
      changed('rendiconto.rh', '000000000012,50', '00000000001250x'),
      'line',
      /^line 8: columns 26 to 41/,
    );
    await refuses(
      changed('rendiconto.rh', '001191126', '001311126'),
      'line',
      /^line 3: columns 14 to 19 are no date: "311126"/,
    );
  });
});

describe('MT940', () => {
  it('is read with sub-fields, words or free text, and the booking day of the right year', async () => {
    const { format, statements } = await readStatement(file('mt940.sta'), undefined);
    equal(format, 'mt940');
    deepEqual(
      statements[0]?.entries.map((one) => [...short(one), one.endToEndId, one.payerIban]),
      [
        [
          '2026-11-19',
          3660,
          'MARIO ROSSI',
          'Saldo fattura 12/A del 01/11/2026 | BONIFICO',
          '12/A C1',
          'IT28W8000000292100645211151',
        ],
        ['2026-11-19', -1250, null, 'Commissioni su bonifico', null, null],
        ['2027-01-02', 3000, 'ANNA VERDI', 'fatt 14-A', null, null],
      ],
    );
  });

  it('is refused when it does not add up, or has a line that is wrong', async () => {
    await refuses(
      changed('mt940.sta', 'EUR1054,10', 'EUR1054,00'),
      'total',
      /make 1054\.10, and the closing balance is 1054\.00/,
    );
    await refuses(
      changed('mt940.sta', ':61:2611191119D12,5', ':61:2611191119X12,5'),
      'line',
      /^line 10: this is no movement/,
    );
    await refuses(changed('mt940.sta', ':62F:', ':99F:'), 'line', /closing balance/);
  });
});

describe("a bank's own table", () => {
  it('is read from CSV by a mapping, below whatever stands above the headings', async () => {
    const { format, statements } = await readStatement(file('lista-movimenti.csv'), CSV);
    equal(format, 'csv');
    deepEqual(statements[0]?.entries.map(short), [
      ['2026-11-19', 123_660, 'Società Rossi', 'Bonifico "urgente"; fatt. 12/A'],
      ['2026-11-19', -1250, null, 'Commissioni'],
      ['2026-11-20', 3000, 'Anna Verdi', 'fattura 14 A'],
    ]);
  });

  it('is read from XLSX, by headings or places', async () => {
    const byName: Mapping = {
      ...CSV,
      columns: { bookedOn: 'data', amount: 'IMPORTO', text: ['Causale'], payerName: 'Ordinante' },
    };
    for (const mapping of [byName, BY_PLACE]) {
      const { format, statements } = await readStatement(file('movimenti.xlsx'), mapping);
      equal(format, 'xlsx');
      deepEqual(statements[0]?.entries.map(short), [
        ['2026-11-19', 3660, 'Mario Rossi', 'fatt. 12/A'],
        ['2026-11-19', -1250, null, 'Commissioni'],
      ]);
    }
  });

  it('is read as its mapping says: dates, decimals, signs', async () => {
    const amounts = async (row: string, mapping: Partial<Mapping>): Promise<unknown> =>
      (await readStatement(bytes(`${row}\n`), { ...BY_PLACE, ...mapping })).statements[0]?.entries.map(
        ({ bookedOn, amount }) => [bookedOn, amount],
      );
    deepEqual(
      await amounts('2026-11-19\t-1,234.50\tx', { dateFormat: 'yyyy-mm-dd', decimal: '.', sign: 'minus_in' }),
      [['2026-11-19', 123_450]],
    );
    deepEqual(await amounts('19.11.2026;€ 1.234,5;x', { dateFormat: 'dd.mm.yyyy' }), [
      ['2026-11-19', 123_450],
    ]);
    deepEqual(await amounts('20261119;12,30-;x', { dateFormat: 'yyyymmdd' }), [['2026-11-19', -1230]]);
    deepEqual(await amounts('9/1/26;0,07;x', { dateFormat: 'dd/mm/yy' }), [['2026-01-09', 7]]);
  });

  it('is refused by its row, or for what the mapping misses', async () => {
    const row = (text: string): Uint8Array => bytes(`19/11/2026;1,00;first;x\n${text}\n`);
    await refuses(row('19/11/2026;1.00;x;y'), 'line', /^row 2: "1\.00" is no amount with ","/, BY_PLACE);
    await refuses(row('31/11/2026;1,00;x;y'), 'line', /^row 2: "31\/11\/2026" is no date/, BY_PLACE);
    await refuses(row(';1,00;x;y'), 'line', /^row 2: the date is missing/, BY_PLACE);
    await refuses(row('19/11/2026;;x;y'), 'line', /^row 2: the amount is missing/, BY_PLACE);
    await refuses(file('lista-movimenti.csv'), 'file', /choose the mapping/);
    const other: Mapping = { ...CSV, columns: { ...CSV.columns, payerName: 'Debitore' } };
    await refuses(
      file('lista-movimenti.csv'),
      'file',
      /the headings "Debitore" are not in the first 40 rows/,
      other,
    );
    const both: Mapping = { ...CSV, columns: { ...CSV.columns, amount: 'Avere' } };
    await refuses(file('lista-movimenti.csv'), 'file', /either the column "amount", or/, both);
  });

  it('is refused when it is no workbook, or unpacks to far more than a statement', async () => {
    await refuses(bytes('PK\u0003\u0004 and nothing else'), 'file', /no workbook/, BY_PLACE);
    const whole = new Uint8Array(file('movimenti.xlsx'));
    await refuses(whole.slice(0, -40), 'file', /no workbook/, BY_PLACE);
    const size = unpackedSize(whole, 1_000_000);
    ok(size > 1000 && size < 10_000, `${size} bytes`);
    deepEqual([unpackedSize(whole, size), unpackedSize(whole, size - 1)], [size, Infinity]);
    // What it says of itself does not matter.
    const view = new DataView(whole.buffer);
    for (let at = 0; at < whole.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1, true);
    equal(unpackedSize(whole, size - 1), Infinity);
  });
});

it('a file that is none of these is refused with what was looked for', async () => {
  for (const given of ['', 'hello', '%PDF-1.7\n;;\u0000', '{"a": 1}'])
    await refuses(bytes(given), 'file', /looked for XML .* " RH" .*MT940.* XLSX, and CSV/);
  equal(sniff(bytes('\ufeff<?xml version="1.0"?><a/>')), 'xml');
});

describe('a file that was damaged', () => {
  const files = [
    'cbi.xml',
    'camt.053.001.08.xml',
    'rendiconto.rh',
    'mt940.sta',
    'lista-movimenti.csv',
    'movimenti.xlsx',
  ];
  const damage = fc.array(fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) }), {
    minLength: 1,
    maxLength: 6,
  });

  it('is read or refused, and never anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), damage, fc.option(fc.nat()), async (name, changes, cut) => {
        const whole = new Uint8Array(file(name));
        for (const { at, byte } of changes) whole[at % whole.length] = byte;
        const given = cut === null ? whole : whole.subarray(0, cut % whole.length);
        try {
          const { statements } = await readStatement(given, name.endsWith('csv') ? CSV : BY_PLACE);
          for (const { amount, bookedOn } of statements.flatMap((one) => one.entries))
            ok(Number.isSafeInteger(amount) && /^\d{4}-\d\d-\d\d$/.test(bookedOn));
        } catch (error) {
          ok(
            error instanceof Invalid && error.code.startsWith('bank_statement.'),
            String((error as Error).stack),
          );
        }
      }),
      { numRuns: 600 },
    );
  });

  it('takes no long time, whatever is in it', async () => {
    const parts = ['<!--', '<a', '<![CDATA[', '</a>', '&amp;', '<?x', ':86:', ':61:', ';', '"'];
    for (const part of parts)
      for (const head of ['<Document>', ':20:x\n:25:y\n', ' RH', 'a;b\n']) {
        const since = performance.now();
        await readStatement(bytes(head + part.repeat(100_000)), CSV).catch(() => undefined);
        const took = performance.now() - since;
        ok(took < 5000, `${head} and ${part} took ${took} ms`);
      }
  });
});

/** Not ours to keep, so they lie beside the project where there are any. */
const SAMPLES = new URL('../../../../../shared/data/sepa/cbi-samples/', import.meta.url);
if (existsSync(SAMPLES))
  describe('samples of the CBI consortium', () => {
    const sample = (name: string): Uint8Array => readFileSync(new URL(name, SAMPLES));

    it('are read: twelve statements of 129 movements, whose balances and sums are what they say', async () => {
      const { format, statements } = await readStatement(
        sample('example-in-strn-st-001-cbi-bdy_bk-to-cstmr-stmt-req.xml'),
        undefined,
      );
      const entries = statements.flatMap((one) => one.entries);
      deepEqual([format, statements.length, entries.length], ['cbi-camt', 12, 129]);
      deepEqual([statements[0]?.opening, statements[0]?.closing], [0, 0]);
      const sum = statements[0]?.entries.reduce((all, { amount }) => all + Math.abs(amount), 0);
      equal(sum, 5_333_622);
      equal(
        entries.some(({ text }) => /\s\s|\n/.test(text)),
        false,
      );
    });

    it('are read as one message without its envelope, and what is no statement is refused', async () => {
      const { statements } = await readStatement(
        sample('example-in-strn-st-001-cbi-dly-stmt-req-log-msg.xml'),
        undefined,
      );
      deepEqual(
        statements.map((one) => one.entries.length),
        [7],
      );
      await refuses(
        sample('example_stin_st_003_cbisdd_stsrptmsg.xml'),
        'file',
        /the XML is a CBIBdySDDStsRpt/,
      );
    });
  });
