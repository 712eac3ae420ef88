import { deepEqual, equal, match } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { it } from 'node:test';
import { checkInvariants } from '@traliccio/core/src/domain/invariants.ts';
import { clockOffset } from '@traliccio/core/src/kernel/clock.ts';
import { eachDatabase, type OpenDatabase } from '../host/database.ts';
import { openServer, type Answered, type TestServer } from '../host/http.ts';
import { openProvider } from '../host/provider.ts';

const IBAN = 'IT28W8000000292100645211151';
const FROM = '/api/plugins/bank-statement';
const MAPPING = {
  account: 'IT60X0542811101000000123456',
  columns: { bookedOn: 1, amount: 2, payerName: 3, payerIban: 4, text: [5] },
  dateFormat: 'yyyy-mm-dd',
  decimal: ',',
  sign: 'plus_in',
};

type Line = {
  readonly id: number;
  readonly version: number;
  readonly state: string;
  readonly amount: number;
  readonly payerName: string;
  readonly suggestions: readonly {
    readonly rule: string;
    readonly customerId: number;
    readonly customerCode: string;
    readonly shares: readonly {
      readonly documentId: number;
      readonly numberText: string;
      readonly amount: number;
    }[];
  }[];
};
type Bank = {
  readonly server: TestServer;
  readonly send: (rows: readonly string[], way?: 'preview' | 'files') => Promise<Answered>;
  readonly lines: (state: string) => Promise<Line[]>;
  readonly act: (line: Pick<Line, 'id' | 'version'>, what: string, body?: object) => Promise<Answered>;
  /** What is open of invoices 1/A to 3/A. */
  readonly open: () => Promise<number[]>;
};

/** Three customers with an invoice of 36,60 euro each, on the day after. */
async function bank(open: OpenDatabase): Promise<Bank> {
  const place = await open();
  const p = await openProvider(async () => place, { day: '2026-11-01' });
  const names = [
    { firstName: 'Mario', lastName: 'Rossi' },
    { firstName: 'Lucia', lastName: 'Bianchi' },
    { firstName: 'Anna', lastName: 'Verdi' },
  ];
  for (const [index, name] of names.entries()) {
    await p.customer(`C${index + 1}`, name);
    await p.contract(`K${index + 1}`, { startOn: '2026-11-01', customer: `C${index + 1}` });
  }
  await p.bill();
  const server = await openServer(async () => place, { env: { clockOffset: clockOffset('2026-11-20')! } });
  const { json } = await server.ask('POST', `${FROM}/mappings`, {
    body: { name: 'banca', mapping: MAPPING },
  });
  return {
    server,
    send: async (rows, way = 'files') => {
      const response = await fetch(`${server.url}${FROM}/${way}?name=nov.csv&mapping=${json.id}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/octet-stream' },
        body: `${rows.join('\n')}\n`,
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, json: JSON.parse(text) as never };
    },
    lines: async (state) =>
      ((await server.ask('GET', `${FROM}/lines?state=${state}`)).json.items as Line[]).toReversed(),
    act: ({ id, version }, what, body = {}) =>
      server.ask('POST', `${FROM}/lines/${id}/${what}`, { body: { version, ...body } }),
    open: async () => {
      const rows = await server.server.app.database.sql.all<{ open: number }>(
        'SELECT o.open_amount AS open FROM open_item o JOIN document d ON d.id = o.document_id ORDER BY d.number',
      );
      return rows.map((row) => row.open);
    },
  };
}
/** Not ours to keep, so they lie beside the project where there are any. */
const SAMPLES = new URL('../../../shared/data/sepa/cbi-samples/', import.meta.url);
const isSound = async ({ server }: Bank): Promise<void> =>
  deepEqual((await checkInvariants(server.server.app)).violations, []);

const ROSSI = '2026-11-19;36,60;ROSSI MARIO;;Saldo fatt. 1/A';
const BIANCHI = `2026-11-19;36,60;BIANCHI LUCIA;${IBAN};canone novembre`;
const VERDI = '2026-11-19;50,00;VERDI ANNA;;fattura 3 / A';

eachDatabase((_database, open) => {
  it('a statement is shown, imported once, and what is sure of it is paid', async () => {
    const place = await bank(open);
    const { send, lines, server } = place;
    const preview = await send([ROSSI, BIANCHI, VERDI], 'preview');
    deepEqual(
      [preview.status, preview.json.fresh, preview.json.sure, preview.json.cameIn],
      [200, 3, 1, 12_320],
    );
    deepEqual(await place.open(), [3660, 3660, 3660]);
    const imported = await send([ROSSI, BIANCHI, VERDI]);
    deepEqual(imported.json, { fileId: 1, fresh: 3, known: 0, booked: 1 });
    deepEqual(await place.open(), [0, 3660, 3660]);
    const again = await send([ROSSI, BIANCHI, VERDI]);
    deepEqual([again.status, again.json.code], [409, 'bank_statement.known_file']);
    match(again.json.detail, /imported on 20\/11\/2026/);
    deepEqual((await send([BIANCHI, VERDI, ROSSI, BIANCHI])).json, {
      fileId: 2,
      fresh: 1,
      known: 3,
      booked: 0,
    });
    deepEqual(
      (await lines('open')).map((one) => one.suggestions[0]?.rule),
      ['name', 'number', 'name'],
    );
    const { json } = await server.ask('GET', `${FROM}/files`);
    deepEqual(
      (json.items as { name: string; fresh: number }[]).map((one) => [one.name, one.fresh]),
      [
        ['nov.csv', 1],
        ['nov.csv', 3],
      ],
    );
    await isSound(place);
  });

  it('a suggestion is accepted once, whoever else does, and can be undone and done again', async () => {
    const place = await bank(open);
    const { send, lines, act } = place;
    await send([BIANCHI]);
    const [line] = await lines('open');
    const [first] = line!.suggestions;
    const shares = first!.shares.map(({ documentId, amount }) => ({ documentId, amount }));
    const body = { rule: first!.rule, parts: [{ customerId: first!.customerId, amount: 3660, shares }] };
    const answers = await Promise.all([1, 2, 3].map(() => act(line!, 'book', body)));
    deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 409, 409],
    );
    deepEqual(await place.open(), [3660, 0, 3660]);
    const [booked] = await lines('booked');
    const undone = await act(booked!, 'undo');
    deepEqual([undone.status, undone.json.state, await place.open()], [200, 'open', [3660, 3660, 3660]]);
    equal((await act(undone.json as Line, 'book', body)).status, 200);
    deepEqual(await place.open(), [3660, 0, 3660]);
    await isSound(place);
  });

  it('an account is known after it was booked from', async () => {
    const place = await bank(open);
    const { send, lines, act } = place;
    await send([BIANCHI]);
    const [line] = await lines('open');
    const { customerId } = line!.suggestions[0]!;
    // All of it as credit: the invoice stays open.
    equal((await act(line!, 'book', { parts: [{ customerId, amount: 3660, shares: [] }] })).status, 200);
    await send([`2026-11-20;36,60;SCONOSCIUTO;${IBAN};x`, `2026-11-20;36,60;ROSSI MARIO;${IBAN};fatt. 1/A`]);
    const [unknown, contrary] = await lines('open');
    deepEqual(unknown?.suggestions.map((one) => [one.rule, one.customerCode])[0], ['iban', 'C2']);
    deepEqual(
      contrary?.suggestions.some((one) => one.customerCode === 'C1'),
      true,
    );
    await isSound(place);
  });

  it('a line is split over customers or not booked at all', async () => {
    const place = await bank(open);
    const { send, lines, act, server } = place;
    await send(['2026-11-19;80,00;ROSSI MARIO;;per noi due', '2026-11-19;5,00;UGO;;affitto']);
    const [both, rent] = await lines('open');
    const documents = await Promise.all(
      ['1/A', '2/A'].map(async (number) => {
        const { json } = await server.ask(
          'GET',
          `${FROM}/open-documents?number=${encodeURIComponent(number)}`,
        );
        return json.items[0] as { documentId: number; customerId: number };
      }),
    );
    const parts = documents.map(({ documentId, customerId }, index) => ({
      customerId,
      amount: index === 0 ? 3660 : 4340,
      shares: [{ documentId, amount: 3660 }],
    }));
    const wrong = await act(both!, 'book', { parts: [parts[0], { ...parts[1], shares: parts[0]!.shares }] });
    deepEqual([wrong.status, await place.open()], [422, [3660, 3660, 3660]]);
    equal((await act(both!, 'book', { parts })).status, 200);
    deepEqual(await place.open(), [0, 0, 3660]);
    equal((await act(rent!, 'aside', { reason: 'affitto' })).status, 200);
    equal((await act(rent!, 'aside', { reason: 'affitto' })).status, 409);
    deepEqual(await lines('open'), []);
    await isSound(place);
  });

  it('two imports at the same time of files that overlap give each line once', async () => {
    const place = await bank(open);
    const files = [
      [ROSSI, BIANCHI],
      [BIANCHI, VERDI],
      [VERDI, ROSSI],
    ];
    const answers = await Promise.all(files.map((rows) => place.send(rows)));
    deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    );
    equal(
      answers.reduce((sum, { json }) => sum + Number(json.fresh), 0),
      3,
    );
    deepEqual((await place.open())[0], 0);
    await isSound(place);
  });

  it('is not for everybody', async () => {
    const { server, send, lines, act } = await bank(open);
    await send([BIANCHI]);
    const [line] = await lines('open');
    const reader = await server.tokenFor('bank-statement.read');
    equal((await server.ask('GET', `${FROM}/lines`, { token: reader })).json.canBook, false);
    const body = { version: line!.version, reason: 'x' };
    equal((await server.ask('POST', `${FROM}/lines/${line!.id}/aside`, { token: reader, body })).status, 403);
    const other = await server.tokenFor('customers.read');
    equal((await server.ask('GET', `${FROM}/lines`, { token: other })).status, 403);
    equal((await act({ id: 99, version: 1 }, 'undo')).status, 404);
  });

  if (existsSync(SAMPLES))
    it('the samples of the CBI consortium, read twice, give each line once', async () => {
      const { server } = await bank(open);
      const kept = (): Promise<readonly object[]> =>
        server.server.app.database.sql.all('SELECT content_hash FROM bank_statement_line');
      const post = async (name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Answered['json']> => {
        const response = await fetch(`${server.url}${FROM}/files?name=${name}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/octet-stream' },
          body: bytes,
        });
        return (await response.json()) as Answered['json'];
      };
      let lines = 0;
      for (const name of readdirSync(SAMPLES).filter((one) => one.includes('-strn-'))) {
        const bytes = readFileSync(new URL(name, SAMPLES));
        const first = await post(name, bytes);
        lines += first.fresh;
        equal((await kept()).length, lines, name);
        equal((await post(name, bytes)).code, 'bank_statement.known_file', name);
        // The same statement in other bytes, as a bank sends it again.
        const again = await post(name, Buffer.concat([bytes, Buffer.from('\n')]));
        deepEqual([again.fresh, again.known], [0, first.fresh + first.known], name);
        equal((await kept()).length, lines, name);
      }
      // 129 in the one, and seven of them in the other, too.
      equal(lines, 129);
    });
});
