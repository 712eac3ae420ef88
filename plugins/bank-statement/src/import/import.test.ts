import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { OpenDocument, RouteRequest, TraliccioError } from '@traliccio/sdk';
import { type FakeHost, type FakePayment, sampleDocument, startPlugin } from '@traliccio/sdk/testing';
import plugin from '../index.ts';
import type { ShownLine } from './work-list.ts';

const ACCOUNT = 'IT60X0542811101000000123456';
const IBAN = 'IT28W8000000292100645211151';
const invoice = (id: number, changes: Partial<OpenDocument> = {}): OpenDocument => ({
  documentId: id,
  numberText: `${id}/A`,
  date: '2026-11-01',
  dueDate: '2026-11-30',
  customerId: 10,
  customerCode: 'C1',
  customerName: 'Mario Rossi',
  payable: 3660,
  open: 3660,
  reference: `${id}/A C1`,
  iban: null,
  ...changes,
});
const BIANCHI = { customerId: 11, customerCode: 'C2', customerName: 'Lucia Bianchi' };

type Ask = <T = never>(path: string, request?: object, method?: string) => Promise<T>;
type Bench = {
  readonly host: FakeHost;
  readonly data: { openDocuments: OpenDocument[]; payments: FakePayment[] };
  readonly ask: Ask;
  readonly lines: (state?: string) => Promise<ShownLine[]>;
  readonly send: (
    rows: readonly string[],
    name?: string,
  ) => Promise<{ fresh: number; known: number; booked: number }>;
};

/** Rows of a CSV as day, amount, payer, IBAN, text. */
async function bench(...openDocuments: OpenDocument[]): Promise<Bench> {
  const data = { openDocuments, payments: [] as FakePayment[] };
  const { customer } = sampleDocument({ id: 12 });
  const documents = [12, 13].map((id) => sampleDocument({ id, customer: { ...customer, id: id - 2 } }));
  const host = await startPlugin(plugin, { core: Object.assign(data, { documents }) });
  const ask: Ask = async (path, request = {}, method = 'POST') => {
    const route = host.routes.find((one) => one.path === path && one.method === method);
    const asked = {
      actor: { kind: 'operator', name: 'anna' },
      query: {},
      params: {},
      can: () => true,
      ...request,
    };
    const work = (tx: never): unknown => route?.handler(asked as unknown as RouteRequest, tx);
    return (await (route?.mode === 'write'
      ? host.context.transaction(work as never)
      : work(undefined as never))) as never;
  };
  const mapping = {
    account: ACCOUNT,
    columns: { bookedOn: 1, amount: 2, payerName: 3, payerIban: 4, text: [5] },
    dateFormat: 'yyyy-mm-dd',
    decimal: '.',
    sign: 'plus_in',
  };
  const { id } = await ask<{ id: number }>('/mappings', { body: { name: 'test', mapping } });
  return {
    host: host as unknown as FakeHost,
    data,
    ask,
    lines: async (state = 'open') =>
      (
        await ask<{ items: ShownLine[] }>('/lines', { query: { state, limit: 50 } }, 'GET')
      ).items.toReversed(),
    send: (rows, name = 'movimenti.csv') =>
      ask('/files', {
        query: { name, mapping: id },
        upload: new TextEncoder().encode(`${rows.join('\n')}\n`),
      }),
  };
}
const refuses = (work: Promise<unknown>, code: string, message: RegExp): Promise<void> =>
  rejects(work, (error: TraliccioError) => {
    equal(error.code, code, error.message);
    match(error.message, message);
    return true;
  });
const SURE = '2026-11-19;36.60;ROSSI MARIO;;fatt. 12/A';
const UNSURE = `2026-11-19;36.60;BIANCHI LUCIA;${IBAN};canone`;

describe('an import', () => {
  it('shows what it would do before it does it', async () => {
    const { ask, host, data } = await bench(invoice(12));
    const upload = readFileSync(new URL('../../test-data/cbi.xml', import.meta.url));
    const query = { name: 'cbi.xml' };
    const preview = await ask<Record<string, unknown>>('/preview', { query, upload });
    const { lines, statements, ...sums } = preview as {
      lines: { match: { rule: string } | null }[];
      statements: unknown[];
    };
    deepEqual(sums, { format: 'cbi-camt', known: 0, fresh: 2, cameIn: 3660, wentOut: 1250, sure: 1 });
    deepEqual(statements, [
      {
        account: ACCOUNT,
        id: '2026-324-1',
        opening: 100_000,
        closing: 102_410,
        lines: 2,
        from: '2026-11-19',
        to: '2026-11-19',
      },
    ]);
    deepEqual(
      lines.map((one) => one.match?.rule ?? null),
      ['reference', null],
    );
    deepEqual(await host.context.sql.all('SELECT id FROM bank_statement_file'), []);
    equal(data.payments.length, 0);
    deepEqual(await ask('/files', { query, upload }), { fileId: 1, fresh: 2, known: 0, booked: 1 });
    deepEqual(
      data.payments.map(({ customerId, amount, shares, receivedOn, state }) => [
        customerId,
        amount,
        shares,
        receivedOn,
        state,
      ]),
      [[10, 3660, [{ documentId: 12, amount: 3660 }], '2026-11-19', 'settled']],
    );
    const { items } = await ask<{ items: { name: string; cameIn: number; lineCount: number }[] }>(
      '/files',
      { query: { limit: 10 } },
      'GET',
    );
    deepEqual(
      items.map(({ name, cameIn, lineCount }) => [name, cameIn, lineCount]),
      [['cbi.xml', 3660, 2]],
    );
    await host.stop();
  });

  it('of the same file twice is refused, saying when it was imported', async () => {
    const { send, host } = await bench();
    await send([SURE]);
    await refuses(
      send([SURE], 'again.csv'),
      'bank_statement.known_file',
      /on 24\/11\/2026 as "movimenti.csv" by anna/,
    );
    await host.stop();
  });

  it('of a statement that overlaps gives each line once, also those that are alike', async () => {
    const { send, lines, data, host } = await bench(invoice(12));
    deepEqual(await send([SURE, UNSURE, UNSURE]), { fileId: 1, fresh: 3, known: 0, booked: 1 });
    deepEqual(await send(['2026-11-18;1.00;UGO;;x', UNSURE, UNSURE, UNSURE, SURE]), {
      fileId: 2,
      fresh: 2,
      known: 3,
      booked: 0,
    });
    equal((await lines()).length, 4);
    equal(data.payments.length, 1);
    await host.stop();
  });

  it('of a file that says something else of a known movement is refused', async () => {
    const { ask, host } = await bench();
    const text = readFileSync(new URL('../../test-data/cbi.xml', import.meta.url), 'utf8');
    const send = (what: string): Promise<unknown> =>
      ask('/files', { query: { name: 'a' }, upload: new TextEncoder().encode(what) });
    await send(text);
    await refuses(
      send(text.replace('Commissioni', 'Imposta di bollo')),
      'bank_statement.changed',
      /movement 2 of statement 2026-324-1/,
    );
    deepEqual(await send(text.replace('<S:MsgId>1<', '<S:MsgId>2<')), {
      fileId: 2,
      fresh: 0,
      known: 2,
      booked: 0,
    });
    await host.stop();
  });

  it('that ended before it booked is gone on with', async () => {
    const { send, ask, data, host } = await bench();
    await send([SURE]);
    equal(data.payments.length, 0);
    data.openDocuments = [invoice(12)];
    deepEqual(await ask('/match'), { booked: 1 });
    deepEqual(await ask('/match'), { booked: 0 });
    await host.stop();
  });
});

describe('a line', () => {
  it('is booked by its suggestion, once, and teaches whose the account is', async () => {
    const { send, lines, ask, data, host } = await bench(
      invoice(13, BIANCHI),
      invoice(14, { ...BIANCHI, open: 1000 }),
    );
    await send([UNSURE]);
    const [line] = await lines();
    const [first] = line!.suggestions;
    deepEqual([first?.rule, first?.customerCode], ['name', 'C2']);
    const body = {
      version: line!.version,
      rule: 'name',
      parts: [{ customerId: 11, amount: 3660, shares: [{ documentId: 13, amount: 3660 }] }],
    };
    const booked = await ask<ShownLine>('/lines/:id/book', { params: { id: line!.id }, body });
    deepEqual(
      [booked.state, booked.rule, booked.bookings.length, booked.stateBy],
      ['booked', 'name', 1, 'anna'],
    );
    await refuses(
      ask('/lines/:id/book', { params: { id: line!.id }, body }),
      'bank_statement.moved',
      /no longer as it was/,
    );
    await refuses(
      ask('/lines/:id/book', { params: { id: line!.id }, body: { ...body, version: booked.version } }),
      'bank_statement.not_open',
      /is booked/,
    );
    equal(data.payments.length, 1);
    await send([`2026-11-20;10.00;X;${IBAN};niente`]);
    const [next] = await lines();
    deepEqual(
      next?.suggestions.map(({ rule, shares }) => [rule, shares[0]?.documentId]),
      [['iban', 14]],
    );
    await host.stop();
  });

  it('is opened again: what it paid is open, what it taught is forgotten, and it can be booked anew', async () => {
    const { send, lines, ask, data, host } = await bench(invoice(13, BIANCHI));
    await send([UNSURE]);
    const [line] = await lines();
    const book = (version: number): Promise<ShownLine> =>
      ask('/lines/:id/book', {
        params: { id: line!.id },
        body: {
          version,
          parts: [{ customerId: 11, amount: 3660, shares: [{ documentId: 13, amount: 3660 }] }],
        },
      });
    const booked = await book(line!.version);
    equal(data.openDocuments[0]?.open, 0);
    const opened = await ask<ShownLine>('/lines/:id/undo', {
      params: { id: line!.id },
      body: { version: booked.version },
    });
    deepEqual([opened.state, opened.bookings, data.openDocuments[0]?.open], ['open', [], 3660]);
    deepEqual(await host.context.sql.all('SELECT iban FROM bank_statement_payer'), []);
    await book(opened.version);
    deepEqual(
      data.payments.map((one) => one.state),
      ['reversed', 'settled'],
    );
    equal(new Set(data.payments.map((one) => one.key)).size, 2);
    await host.stop();
  });

  it('that was booked by itself and undone is not booked by itself again', async () => {
    const { send, lines, ask, data, host } = await bench(invoice(12));
    await send([SURE]);
    const [line] = await lines('booked');
    equal(line?.stateBy, 'bank-statement');
    await ask('/lines/:id/undo', { params: { id: line!.id }, body: { version: line!.version } });
    deepEqual(await ask('/match'), { booked: 0 });
    await send([UNSURE]);
    deepEqual(
      data.payments.map((one) => one.state),
      ['reversed'],
    );
    const [open] = await lines();
    equal(open?.suggestions[0]?.rule, 'number');
    await host.stop();
  });

  it('is split over customers, and what is left is credit', async () => {
    const { send, lines, ask, data, host } = await bench(
      invoice(12, { open: 1000 }),
      invoice(13, { ...BIANCHI, open: 2000 }),
    );
    await send([UNSURE]);
    const [line] = await lines();
    const book = (parts: object[]): Promise<ShownLine> =>
      ask('/lines/:id/book', { params: { id: line!.id }, body: { version: line!.version, parts } });
    const mine = { customerId: 10, amount: 1000, shares: [{ documentId: 12, amount: 1000 }] };
    const credit = { customerId: 11, amount: 2660, shares: [{ documentId: 13, amount: 2000 }] };
    await refuses(book([mine]), 'bank_statement.parts', /come to 1000 cents, and the line to 3660/);
    await refuses(
      book([mine, { ...credit, amount: 2660, shares: [{ documentId: 13, amount: 2661 }] }]),
      'bank_statement.parts',
      /more than the part/,
    );
    await refuses(book([mine, { ...mine, amount: 2660 }]), 'bank_statement.parts', /twice/);
    await book([mine, credit]);
    deepEqual(
      data.payments.map(({ customerId, amount, shares }) => [customerId, amount, shares]),
      [
        [10, 1000, mine.shares],
        [11, 2660, credit.shares],
      ],
    );
    await host.stop();
  });

  it('stays open when core refuses a part, and nothing of it is booked', async () => {
    const { send, lines, ask, host } = await bench(invoice(12));
    await send([UNSURE]);
    const [line] = await lines();
    const body = {
      version: line!.version,
      parts: [{ customerId: 10, amount: 3660, shares: [{ documentId: 99, amount: 3660 }] }],
    };
    await refuses(
      ask('/lines/:id/book', { params: { id: line!.id }, body }),
      'payment.document_closed',
      /99/,
    );
    const [still] = await lines();
    deepEqual([still?.state, still?.version], ['open', line!.version]);
    await host.stop();
  });

  it('is put aside for a reason, and taken back', async () => {
    const { send, lines, ask, host } = await bench();
    await send([UNSURE, '2026-11-19;-5.00;BANCA;;spese']);
    const [line] = await lines();
    const aside = await ask<ShownLine>('/lines/:id/aside', {
      params: { id: line!.id },
      body: { version: 1, reason: ' affitto ' },
    });
    deepEqual([aside.state, aside.reason], ['aside', 'affitto']);
    deepEqual(await lines(), []);
    deepEqual(
      (await lines('out')).map(({ amount }) => amount),
      [-500],
    );
    await ask('/lines/:id/undo', { params: { id: line!.id }, body: { version: aside.version } });
    equal((await lines()).length, 1);
    await refuses(
      ask('/lines/:id/undo', { params: { id: line!.id }, body: { version: aside.version + 1 } }),
      'bank_statement.not_done',
      /nothing to undo/,
    );
    await host.stop();
  });

  it('that there is not, and a mapping that there is not, are said so', async () => {
    const { ask, host } = await bench();
    await refuses(ask('/lines/:id', { params: { id: 99 } }, 'GET'), 'bank_statement.line_not_found', /99/);
    await refuses(
      ask('/files', { query: { name: 'x', mapping: 99 } }),
      'bank_statement.mapping_not_found',
      /99/,
    );
    const { items } = await ask<{ items: { id: number }[] }>('/mappings', {}, 'GET');
    await ask('/mappings/:id', { params: { id: items[0]!.id } }, 'DELETE');
    deepEqual(await ask('/mappings', {}, 'GET'), { items: [] });
    await host.stop();
  });
});
