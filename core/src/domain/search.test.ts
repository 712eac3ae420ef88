import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { SqlRow } from '@traliccio/sdk';
import { eachDatabase } from '../../../test/host/database.ts';
import { BY, openProvider, type Provider } from '../../../test/host/provider.ts';
import { checkInvariants } from './invariants.ts';
import { contractDetail } from './contracts/contract-detail.ts';
import { contractList } from './contracts/contract.list.ts';
import { customerList } from './customers/customer.list.ts';
import { documentList } from './documents/document.list.ts';
import { searchRoutes } from './search-routes.ts';
import { siteList } from './sites/site.list.ts';

const DAY = '2026-11-24';
const EVERYTHING = { limit: 50 };

const customers = async (p: Provider, query: object): Promise<string[]> =>
  (await customerList.page(p.app.database.sql, { ...EVERYTHING, ...query }, DAY)).items.map((c) => c.code);
const contracts = async (p: Provider, query: object): Promise<string[]> =>
  (await contractList.page(p.app.database.sql, { ...EVERYTHING, ...query }, DAY)).items.map((c) => c.code);
const documents = async (p: Provider, query: object): Promise<(string | null)[]> =>
  (await documentList.page(p.app.database.sql, { ...EVERYTHING, ...query }, DAY)).items.map(
    (d) => d.numberText,
  );

async function violations(p: Provider): Promise<unknown[]> {
  return (await checkInvariants(p.app)).violations.filter((v) => v.id === 'I10');
}

eachDatabase((_name, open) => {
  it('a customer is found by code, name, fiscal codes, PEC and contacts, by what they are now', async () => {
    const p = await openProvider(open, { day: DAY });
    await p.customer('C1', { pec: 'rossi@pec.example.it' });
    await p.customer('C2', {
      firstName: 'Niccolò',
      lastName: "D'Angelo",
      taxCode: 'DNGNCL70T10D612R',
      contacts: [
        { role: 'technical', name: 'Ufficio', email: 'tecnico@dangelo.example', phone: '+39 0433 123456' },
      ],
    });
    for (const q of [
      'C2',
      'dangelo nicc',
      'D’Angelò',
      'DNGNCL70',
      'tecnico@dangelo',
      '0433123456',
      'ufficio',
      'n d',
    ])
      assert.deepEqual(await customers(p, { q }), ['C2'], q);
    assert.deepEqual(await customers(p, { q: 'rossi@pec' }), ['C1']);
    assert.deepEqual(await customers(p, { q: 'c' }), ['C1', 'C2']);
    assert.deepEqual(await customers(p, { q: 'example', kind: 'company' }), []);
    const [row] = (await p.rows("SELECT * FROM customer WHERE code = 'C2'")) as SqlRow[];
    await p.tx((tx) =>
      p.app.customers.update(
        tx,
        {
          id: row!['id'] as number,
          version: row!['version'] as number,
          input: {
            ...address,
            code: 'C2',
            kind: 'private',
            firstName: 'Nicola',
            lastName: 'Verdi',
            taxCode: 'DNGNCL70T10D612R',
            contacts: [],
          },
        },
        BY,
      ),
    );
    for (const q of ['dangelo', 'tecnico', '0433']) assert.deepEqual(await customers(p, { q }), [], q);
    assert.deepEqual(await customers(p, { q: 'nicola verdi' }), ['C2']);
    assert.deepEqual(await customers(p, { sort: '-name' }), ['C2', 'C1']);
    const billing = (email: string) => ({ role: 'billing' as const, email });
    await p.customer('C3', { contacts: [billing('prima@example.it'), billing('seconda@example.it')] });
    for (const query of [{ code: 'C3' }, { q: 'seconda' }]) {
      const { items } = await customerList.page(p.app.database.sql, query, DAY);
      assert.deepEqual(
        items.map((c) => c.email),
        ['prima@example.it'],
      );
    }
    assert.deepEqual(await violations(p), []);
  });

  it('a contract is found by code, attributes and where it is installed, and is shown as it stands', async () => {
    const p = await openProvider(open, { day: DAY });
    await p.customer('C1');
    await p.contract('K1', {
      startOn: '2026-01-01',
      installStreet: 'Via Garibaldi',
      installCity: 'Tolmezzo',
      attributes: { pppoe_user: 'rossi01@isp', cpe_serial: 'AA:BB:CC:01', notes: 'segreto' },
    });
    await p.contract('K2', { startOn: '2026-01-01' });
    for (const q of ['k1', 'pppoe rossi01', 'rossi01@isp', 'aabbcc01', 'bb-cc', 'garibaldi tolmezzo'])
      assert.deepEqual(await contracts(p, { q }), q.startsWith('pppoe') ? [] : ['K1'], q);
    assert.deepEqual(await contracts(p, { q: 'segreto' }), []);
    await p.tx((tx) =>
      p.app.contracts.moveAddress(
        tx,
        { contract: { code: 'K1' }, to: { installCity: 'Gemona', installStreet: 'Via Udine' } },
        BY,
      ),
    );
    assert.deepEqual(await contracts(p, { q: 'tolmezzo' }), []);
    assert.deepEqual(await contracts(p, { q: 'gemona' }), ['K1']);
    await p.tx((tx) =>
      p.app.holders.change(
        tx,
        { contract: { code: 'K1' }, code: 'K3', customer: 'C1', from: '2026-12-01' },
        BY,
      ),
    );
    assert.deepEqual(await contracts(p, { q: 'gemona' }), ['K1', 'K3']);
    await p.tx((tx) =>
      p.app.holds.create(tx, { contract: { code: 'K2' }, reason: 'Insoluto', access: 'cut' }, BY),
    );
    for (const { id, shownAs } of (await contractList.page(p.app.database.sql, EVERYTHING, DAY)).items)
      assert.equal(shownAs, (await contractDetail(p.app.database.sql, id, DAY)).shownAs);
    assert.deepEqual(await contracts(p, { state: 'active', sort: '-code' }), ['K2']);
    assert.deepEqual(await violations(p), []);
  });

  it('a site is found by code and name, and a level of the tree is a list', async () => {
    const p = await openProvider(open, { day: DAY });
    for (const [code, parent] of [
      ['ZON-1', null],
      ['ZON-2', 'ZON-1'],
      ['MAR-3', 'ZON-1'],
    ] as const)
      await p.tx((tx) => p.app.sites.create(tx, { code, name: `Traliccio di ${code}`, parent }, BY));
    const page = async (query: object): Promise<string[]> =>
      (await siteList.page(p.app.database.sql, { ...EVERYTHING, ...query }, DAY)).items.map((s) => s.code);
    assert.deepEqual(await page({ q: 'zon traliccio' }), ['ZON-1', 'ZON-2']);
    assert.deepEqual(await page({ roots: true }), ['ZON-1']);
    const [root] = (await siteList.page(p.app.database.sql, { roots: true }, DAY)).items;
    assert.equal(root?.hasChildren, true);
    assert.deepEqual(await page({ parent: root?.id }), ['MAR-3', 'ZON-2']);
    assert.deepEqual(await violations(p), []);
  });

  it('a document is found by its number, in all series and years or in one, and by its customer', async () => {
    const p = await openProvider(open, { day: '2026-01-31' });
    for (const code of ['C1', 'C2']) await p.customer(code);
    for (const code of ['C1', 'C2']) await p.contract(`K-${code}`, { startOn: '2026-01-01', customer: code });
    await p.bill();
    const { sql } = p.app.database;
    const all = await documents(p, {});
    assert.ok(all.length >= 2);
    assert.deepEqual(await documents(p, { q: '1' }), ['1/A']);
    assert.deepEqual(await documents(p, { q: '1/A' }), ['1/A']);
    assert.deepEqual(await documents(p, { q: '1/A/2026' }), ['1/A']);
    for (const q of ['1/B', '1/A/2025', '999', 'K-C1', "1' OR 1=1", '1/'])
      assert.deepEqual(await documents(p, { q }), [], q);
    const [mine] = await sql.all<{ id: number }>("SELECT id FROM customer WHERE code = 'C2'");
    const ofC2 = await documents(p, { customer: mine?.id });
    assert.deepEqual(await documents(p, { q: 'C2' }), ofC2.toReversed());
    assert.deepEqual(
      await documents(p, { series: 'A', year: 2026, sort: '-number' }),
      all.toSorted((a, b) => ((a ?? '') < (b ?? '') ? 1 : -1)),
    );
  });

  it('one search looks through all that whoever asks may see', async () => {
    const p = await openProvider(open, { day: DAY });
    for (let i = 1; i <= 7; i++) await p.customer(`C${i}`);
    await p.contract('ROS-1', { startOn: '2026-01-01' });
    const [search] = searchRoutes(p.app);
    const ask = async (q: string, ...may: string[]) =>
      (await search!.handler(
        { query: { q }, can: (permission: string) => may.includes(permission) } as never,
        undefined as never,
      )) as { groups: { kind: string; hits: { code: string }[]; more: boolean }[] };
    const { groups } = await ask('ros', 'customers.read', 'contracts.read', 'sites.read', 'documents.read');
    assert.deepEqual(
      groups.map(({ kind, hits, more }) => [kind, hits.length, more]),
      [
        ['customers', 5, true],
        ['contracts', 1, false],
      ],
    );
    assert.deepEqual(
      (await ask('ros', 'contracts.read')).groups.map((g) => g.kind),
      ['contracts'],
    );
    assert.deepEqual(await ask('ros'), { groups: [] });
  });
});

const address = {
  address: {
    street: 'Via Roma',
    houseNumber: '7',
    postcode: '33010',
    city: 'Tavagnacco',
    province: 'UD',
    country: 'IT',
  },
} as const;
