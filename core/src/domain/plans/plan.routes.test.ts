import { deepEqual, equal } from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import { openProvider } from '../../../../test/host/provider.ts';
import { domainApi } from '../../../../test/host/domain-api.ts';
import { DEFAULT_TERMS } from './terms.ts';

const PRICE = { validFrom: '2026-01-01', priceE8: 1_990_000_000, vatIncluded: true, vatRate: 2200 };
const CASA = { code: 'CASA-30', name: 'Internet Casa 30', kind: 'internet', prices: [PRICE] };

eachDatabase((_name, open) => {
  it('a plan is created with its prices, gets dearer, and is no longer sold', async () => {
    const p = await openProvider(open, { day: '2026-11-10' });
    const send = await domainApi(p);
    const made = await send('POST', '/plans', CASA);
    equal(made.status, 201);
    const { id, ...plan } = made.body;
    deepEqual(plan, {
      ...DEFAULT_TERMS,
      code: 'CASA-30',
      name: 'Internet Casa 30',
      kind: 'internet',
      active: true,
      prices: [{ id: 1, ...PRICE, natura: null, vatReference: null }],
      version: 1,
    });
    const dearer = { ...PRICE, validFrom: '2027-01-01', priceE8: 2_190_000_000 };
    const priced = await send('POST', `/plans/${id}/prices`, dearer);
    deepEqual(
      [priced.status, (priced.body['prices'] as { priceE8: number }[]).map((x) => x.priceE8)],
      [201, [1_990_000_000, 2_190_000_000]],
    );
    const again = await send('POST', `/plans/${id}/prices`, dearer);
    deepEqual([again.status, again.body['field']], [409, 'validFrom']);
    const withdrawn = await send('PATCH', `/plans/${id}`, { active: false }, { 'if-match': '"1"' });
    deepEqual(withdrawn.body, { ...priced.body, active: false, version: 2 });
    const stale = await send('PATCH', `/plans/${id}`, { name: 'x' }, { 'if-match': '"1"' });
    deepEqual([stale.status, stale.body['current']], [409, withdrawn.body]);
    deepEqual((await send('GET', `/plans/${id}`)).body, withdrawn.body);
    equal((await send('POST', '/plans/9/prices', dearer)).body['code'], 'plan.not_found');
  });

  it('what is wrong with a price is said of that price', async () => {
    const p = await openProvider(open, { day: '2026-11-10' });
    const send = await domainApi(p);
    const free = { ...PRICE, validFrom: '2027-01-01', vatRate: 0 };
    const cases: [change: object, field: string, code: string][] = [
      [{ prices: [PRICE, free] }, 'prices[1].natura', 'plan.natura_missing'],
      [{ cadence: 'moons:1' }, 'cadence', 'plan.cadence_unknown'],
      [{ name: 'Fibra 🚀' }, 'name', 'plan.name_characters'],
    ];
    for (const [change, field, code] of cases) {
      const { status, body } = await send('POST', '/plans', { ...CASA, ...change });
      deepEqual([status, body['field'], body['code']], [422, field, code]);
    }
    equal(await p.number('SELECT COUNT(*) FROM plan'), 0);
  });
});
