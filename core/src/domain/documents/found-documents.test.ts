import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import { BY, openProvider } from '../../../../test/host/provider.ts';
import { sentSource } from '../import/source.ts';
import { artifactsOf } from './views.ts';
import { foundDocuments } from './found-documents.ts';

eachDatabase((_name, open) => {
  it('plugins find issued documents by their date, page by page, with what is kept with each', async () => {
    const p = await openProvider(open, { day: '2026-10-05' });
    for (const code of ['C1', 'C2', 'C3']) {
      await p.customer(code);
      await p.contract(`K-${code}`, { startOn: '2026-10-05', customer: code });
    }
    await p.bill();
    p.on('2026-10-20');
    const first = await p.app.documents.find('1/A');
    await p.app.documents.credit({ documentId: first.id, reason: 'Errore', rebill: false }, BY);
    const file = `document;series;number;date;kind;customer;description;amount;vat_rate
7/V;V;7;2026-10-02;invoice;C1;Canone;100,00;22
`;
    const { imported } = await p.app.importer.run('documents', sentSource(Buffer.from(file)), { by: BY });
    assert.equal(imported, 1);
    const { sql } = p.app.database;
    const october = { from: '2026-10-01', to: '2026-10-31' } as const;
    const page = { today: '2026-10-31' } as const;

    const all: string[] = [];
    let after: string | null = null;
    do {
      const one: Awaited<ReturnType<typeof foundDocuments>> = await foundDocuments(sql, october, {
        ...page,
        limit: 2,
        after,
      });
      all.push(
        ...one.items.map(({ kind, numberText, artifacts }) => `${kind} ${numberText} ${artifacts.join()}`),
      );
      after = one.next;
    } while (after !== null);
    assert.equal(all.at(-1), 'credit_note 1/NC fatturapa');
    // Those of a day come by their ids.
    assert.deepEqual(all.slice(0, 3).sort(), [
      'invoice 1/A fatturapa',
      'invoice 2/A fatturapa',
      'invoice 3/A fatturapa',
    ]);

    const numbers = async (filter: Partial<Parameters<typeof foundDocuments>[1]>): Promise<string[]> =>
      (await foundDocuments(sql, { ...october, ...filter }, page)).items.map(({ numberText }) => numberText);
    assert.deepEqual(await numbers({ kinds: ['credit_note'] }), ['1/NC']);
    assert.deepEqual(await numbers({ kinds: [] }), []);
    assert.deepEqual(await numbers({ series: 'NC' }), ['1/NC']);
    assert.deepEqual(await numbers({ origins: ['import'] }), ['7/V']);
    const newest = await numbers({ order: 'newest', origins: ['billing', 'import'] });
    assert.deepEqual([newest.length, newest[0], newest.at(-1)], [5, '1/NC', '7/V']);
    assert.deepEqual(await numbers({ from: '2026-10-06', to: '2026-10-19' }), []);

    const ids = (await foundDocuments(sql, october, page)).items.map(({ id }) => id);
    const artifacts = await artifactsOf(sql, [...ids].reverse());
    assert.deepEqual(
      artifacts.map(({ documentId }) => documentId),
      ids.toSorted((a, b) => a - b),
    );
    for (const { documentId, ...artifact } of artifacts)
      assert.deepEqual([artifact], await p.app.documents.artifacts(documentId));
    assert.deepEqual(await artifactsOf(sql, []), []);
  });
});
