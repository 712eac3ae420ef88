import { deepEqual, equal } from 'node:assert/strict';
import { it } from 'node:test';
import type { RouteRequest } from '@traliccio/sdk';
import { sampleDocument, startPlugin } from '@traliccio/sdk/testing';
import { issuedOn } from './count.ts';
import plugin from './index.ts';

it('counts each issued document once, however often it is told of it', async () => {
  const documents = [
    sampleDocument({ id: 1 }),
    sampleDocument({ id: 2 }),
    sampleDocument({ id: 3, date: '2026-11-02' }),
  ];
  const host = await startPlugin(plugin, { core: { documents } });
  for (const documentId of [1, 2, 2, 3])
    await host.deliver('document.issued', {
      documentId,
      revision: 0,
      kind: 'invoice',
      customerId: 10,
      total: 7260,
    });
  equal(await issuedOn(host.context, '2026-11-01'), 2);
  await host.stop();
});

it('points out a document above the limit, and only that one', async () => {
  const host = await startPlugin(plugin, { settings: { limit: 5000 } });
  const findings = await host.ask('document.check', [
    sampleDocument({ id: 1 }),
    sampleDocument({ id: 2, total: 5000 }),
  ]);
  deepEqual(
    findings.map(({ ref, severity }) => [ref, severity]),
    [[1, 'warning']],
  );
  await host.stop();
});

it('tells its pages how many were issued on which day, and to whom', async () => {
  const documents = [1, 2, 3].map((id) =>
    sampleDocument({ id, date: id === 3 ? '2026-11-02' : '2026-11-01' }),
  );
  const host = await startPlugin(plugin, { core: { documents } });
  for (const documentId of [1, 2, 3])
    await host.deliver('document.issued', {
      documentId,
      revision: 0,
      kind: 'invoice',
      customerId: documentId === 1 ? 11 : 10,
      total: 7260,
    });
  const ask = async (path: string, asked: object): Promise<unknown> => {
    const route = host.routes.find((one) => one.path === path);
    return JSON.parse(JSON.stringify(await route?.handler(asked as RouteRequest, undefined as never)));
  };
  deepEqual(await ask('/days', { query: { limit: 30 } }), {
    items: [
      { day: '2026-11-02', documents: 1 },
      { day: '2026-11-01', documents: 2 },
    ],
  });
  deepEqual(await ask('/customers/:id', { params: { id: 10 } }), { documents: 2 });
  deepEqual(await ask('/customers/:id', { params: { id: 99 } }), { documents: 0 });
  await host.stop();
});
