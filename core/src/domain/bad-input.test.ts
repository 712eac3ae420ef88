import { deepEqual, equal, ok } from 'node:assert/strict';
import { it } from 'node:test';
import { Conflict } from '@traliccio/sdk';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { eachDatabase } from '../../../test/host/database.ts';
import { BY, MONTHLY, openProvider, type Provider } from '../../../test/host/provider.ts';
import type { App } from '../app.ts';
import type { CoreRoute } from '../kernel/http/route.ts';
import { contractPreviewRoutes } from './billing/contract-preview.routes.ts';
import { chargeRoutes } from './charges/charge.routes.ts';
import { contractRoutes } from './contracts/contract.routes.ts';
import { holdRoutes } from './contracts/hold.routes.ts';
import { itemRoutes } from './contracts/item.routes.ts';
import { draftRoutes } from './drafts/draft.routes.ts';
import { customerRoutes } from './customers/customer.routes.ts';
import { issuerRoutes } from './issuer/issuer.routes.ts';
import { sentSource } from './import/source.ts';
import { closingRoutes } from './payments/closing.routes.ts';
import { paymentRoutes } from './payments/payment.routes.ts';
import { planRoutes } from './plans/plan.routes.ts';
import { exportRoutes } from './exports.routes.ts';
import { priceChangeRoutes } from './price-changes/price-change.routes.ts';
import { siteRoutes } from './sites/site.routes.ts';
import { type Answer, domainApi } from '../../../test/host/domain-api.ts';
import { BODIES } from '../../../test/host/bodies.ts';

/** What no field of any kind may be. */
const NEVER = [
  { $gt: '' },
  { $ne: null },
  [['a', 'b']],
  'x'.repeat(20_000),
  'line\u0000end',
  'tab\u001bescape',
  -0.5,
  Number.MAX_SAFE_INTEGER * 4,
] as const;
/** What some fields take and others don't: none falls over it. */
const SOMETIMES = [
  null,
  '',
  ' ',
  true,
  0,
  -1,
  Number.MAX_SAFE_INTEGER,
  [],
  {},
  '__proto__',
  'constructor',
  'à',
  'àé山',
  '🚀',
  '\ud800',
  'a\u202eb',
  "' OR 1=1 --",
  '%_\\',
  '9999-12-31',
  '0001-01-01',
  '2026-02-30',
  '1900-01-01',
  '2199-12-31',
  'x'.repeat(40),
];
const EXTRA = ['id', 'version', 'state', 'createdAt', 'total', 'number', 'importHash', 'constructor', '$set'];

/** A body with its every field, and every field of its parts, replaced. */
function* replaced(value: unknown, by: unknown, path = ''): Generator<{ path: string; body: unknown }> {
  if (path !== '') yield { path, body: by };
  if (Array.isArray(value))
    for (const [i, one] of value.entries())
      for (const r of replaced(one, by, `${path}[${i}]`))
        yield { path: r.path, body: value.map((other: unknown, k) => (k === i ? r.body : other)) };
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value))
      for (const r of replaced(one, by, path === '' ? name : `${path}.${name}`))
        yield { path: r.path, body: { ...value, [name]: r.body } };
}

/** All that routes wrote is taken back, so that each request finds the same things there. */
const takingBack = (routes: readonly CoreRoute[]): readonly CoreRoute[] =>
  routes.map((one) => ({
    ...one,
    async handler(request, tx) {
      await one.handler(request, tx);
      throw new Conflict('test.accepted', 'it was accepted');
    },
  }));

/** Customer 1 with invoice 1, payment 1 of which nothing is used, contract 1 with hold 1; contract 2, not begun; plan 1, site 1; price change 1 of contract 3; draft 1. */
async function filled(p: Provider): Promise<void> {
  await p.customer('C1');
  await p.contract('K1', { startOn: '2026-11-01' });
  await p.tx(async (tx) => {
    await p.app.holds.create(tx, { contract: { code: 'K1' }, reason: 'mora' }, BY);
    await p.app.sites.create(tx, { code: 'S1', name: 'Monte' }, BY);
    await p.app.contracts.create(
      tx,
      { code: 'K2', customer: 'C1', startOn: '2026-12-01', items: [MONTHLY] },
      BY,
    );
    await p.app.plans.create(
      tx,
      { code: 'P1', name: 'Casa', kind: 'internet', ...TERMS, prices: [PRICE] },
      BY,
    );
  });
  const planned = { site: 'S1', startOn: '2026-11-01', items: [{ plan: 'P1' }] } as const;
  await p.contract('K5', planned);
  await p.tx((tx) => p.app.priceChanges.announce(tx, PRICE_CHANGE, BY));
  await p.contract('K6', planned);
  await p.tx((tx) => p.app.drafts.create(tx, { customer: 'C1' }, BY));
  const invoice =
    'document;series;number;date;customer;description;amount;vat_rate\n1/V;V;1;2026-10-01;C1;Canone;100,00;22\n';
  await p.app.importer.run('documents', sentSource(Buffer.from(invoice)), { by: BY });
  const received = { method: 'transfer', receivedOn: '2026-11-10', allocate: 'none' } as const;
  await p.tx((tx) => p.app.payments.receive(tx, { customerId: 1, amount: 1000, ...received }, BY));
}
const PRICE_CHANGE = {
  plan: 'P1',
  priceE8: 2_190_000_000,
  vatIncluded: true,
  effectiveOn: '2026-12-31',
  reason: 'costi',
} as const;
const TERMS = {
  cadence: 'months:1',
  timing: 'advance',
  offsetDays: 0,
  proration: 'calendar',
  firstPeriod: 'alone',
  endCredit: true,
} as const;
const PRICE = {
  validFrom: '2026-01-01',
  priceE8: 1_990_000_000,
  vatIncluded: true,
  vatRate: 2200,
  natura: null,
  vatReference: null,
} as const;

const attackedRoutes = (app: App): readonly CoreRoute[] =>
  [
    ...issuerRoutes(app),
    ...customerRoutes(app),
    ...siteRoutes(app),
    ...planRoutes(app),
    ...contractRoutes(app),
    ...itemRoutes(app),
    ...holdRoutes(app),
    ...chargeRoutes(app),
    ...draftRoutes(app),
    ...contractPreviewRoutes(app),
    ...priceChangeRoutes(app),
    ...exportRoutes(app),
    ...paymentRoutes(app),
    ...closingRoutes(app),
  ].filter((route) => route.body);

eachDatabase((database, open) => {
  it('whatever a field is replaced by, no request falls over it, and none gets past its schema', async () => {
    const p = await openProvider(open, { day: '2026-11-10' });
    await filled(p);
    const routes = attackedRoutes(p.app);
    deepEqual(
      routes.map(nameOf).toSorted(),
      Object.keys(BODIES).toSorted(),
      'each route has a body to start from',
    );
    const send = await domainApi(p, takingBack(routes));
    const read = await domainApi(p);
    const audited = await p.number('SELECT COUNT(*) FROM audit_log');
    for (const route of routes) {
      const url = urlOf(route);
      const etag = route.versioned ? (await read('GET', url)).etag : undefined;
      const headers: Record<string, string> = etag === undefined ? {} : { 'if-match': etag };
      const ask: Ask = (body) => send(route.method as 'POST', url, body, headers);
      await withstands(route, ask);
      // What the schema refuses reaches no database: once is enough.
      if (database === 'SQLite') await refuses(route, ask);
    }
    equal(await p.number('SELECT COUNT(*) FROM audit_log'), audited);
  });

  it('an address that is none is refused or leads to nothing', async () => {
    const p = await openProvider(open, { day: '2026-11-10' });
    const send = await domainApi(p);
    for (const what of ['customers', 'contracts', 'plans', 'sites'])
      for (const id of [
        '0',
        '-1',
        '1.5',
        'abc',
        '%00',
        '1%27--',
        '99999999999999999999',
        'null',
        '__proto__',
      ])
        equal((await send('GET', `/${what}/${id}`)).status, 400, `${what}/${id}`);
    equal((await send('GET', '/customers/99')).status, 404);
  });
});

const nameOf = ({ method, path }: CoreRoute): string => `${method} ${path}`;
/** The draft is for its activation; all else happens to the first of each. */
const urlOf = ({ path }: CoreRoute): string =>
  path.endsWith('/activate')
    ? '/contracts/2/activate'
    : path.replace(':item', 'main').replaceAll(/:\w+/g, '1');

type Ask = (body: unknown) => Promise<Answer>;

async function refuses(route: CoreRoute, ask: Ask): Promise<void> {
  const name = nameOf(route);
  const body = bodyOf(route);
  const isRefused = async (sent: unknown, field: string, what: string): Promise<void> => {
    const answer = await ask(sent);
    equal(answer.status, 400, `${what}: ${JSON.stringify(answer.body)}`);
    const at = String(answer.body['field'] ?? '');
    ok(at === '' ? field === '' : at.startsWith(field) || field.startsWith(at), `${what}: ${at}`);
  };
  for (const bad of NEVER)
    for (const one of replaced(body, bad))
      await isRefused(one.body, one.path, `${name} with ${JSON.stringify(bad).slice(0, 40)} at ${one.path}`);
  for (const some of SOMETIMES)
    for (const one of replaced(body, some))
      if (!Value.Check(route.body as TSchema, one.body))
        await isRefused(one.body, one.path, `${name} with ${JSON.stringify(some)} at ${one.path}`);
  for (const field of EXTRA) await isRefused({ ...body, [field]: 1 }, field, `${name} with a field ${field}`);
  for (const field of (route.body as { required?: string[] }).required ?? []) {
    const { [field]: _, ...rest } = body;
    await isRefused(rest, field, `${name} without ${field}`);
  }
  for (const other of [null, [], 'x', 1, [body]])
    await isRefused(other, '', `${name} with ${JSON.stringify(other)} as a whole`);
  for (const poison of ['{"__proto__":{"x":1}}', '{"constructor":{"prototype":{"x":1}}}', '{', ''])
    equal((await ask(poison)).status, 400, `${name} with ${poison}`);
}

async function withstands(route: CoreRoute, ask: Ask): Promise<void> {
  const name = nameOf(route);
  const body = bodyOf(route);
  const { code } = (await ask(body)).body;
  equal(
    code,
    name === 'POST /issuer' ? 'issuer.exists' : 'test.accepted',
    `${name} as it should be: ${code}`,
  );
  for (const some of SOMETIMES)
    for (const one of replaced(body, some)) {
      if (!Value.Check(route.body as TSchema, one.body)) continue;
      const { status, body: answer } = await ask(one.body);
      const what = `${name} with ${JSON.stringify(some)} at ${one.path}: ${JSON.stringify(answer)}`;
      ok(status === 409 || status === 422, what);
    }
}

const bodyOf = (route: CoreRoute) => BODIES[nameOf(route)] as Readonly<Record<string, unknown>>;
