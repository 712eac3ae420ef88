import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { DocumentView } from '@traliccio/sdk';
import { eachDatabase } from '../../../../test/host/database.ts';
import { BY, MONTHLY, openProvider, type Provider } from '../../../../test/host/provider.ts';
import type { LineRequest } from './credit-lines.ts';
import { verifyDocuments } from './verify.ts';

/** Three contracts of one customer on one invoice, one of them with VAT in its price. */
async function invoiced(p: Provider): Promise<DocumentView> {
  await p.customer('C1');
  await p.contract('K1', { startOn: '2026-03-01' });
  await p.contract('K2', {
    startOn: '2026-03-01',
    items: [{ ...MONTHLY, priceE8: 1_999_000_000, vatIncluded: true }],
  });
  await p.contract('K3', { startOn: '2026-03-01', items: [{ ...MONTHLY, priceE8: 819_000_000 }] });
  await p.bill();
  return p.app.documents.find('1/A');
}
const credit = (p: Provider, invoice: DocumentView, lines?: readonly LineRequest[], rebill = false) =>
  p.app.documents.credit({ documentId: invoice.id, reason: 'Disservizio', rebill, lines }, BY);
const lineOf = (invoice: DocumentView, contract: string): number =>
  invoice.lines.find((line) => line.contractCode === contract)!.number;
const figures = (v: DocumentView) => [v.net, v.vatTotal, v.rounding, v.total, v.payable];

eachDatabase((_name, open) => {
  it('several credit notes of an invoice come to its figures, and never to more', async () => {
    const p = await openProvider(open, { day: '2026-03-01' });
    const invoice = await invoiced(p);
    const [k1, k2] = [lineOf(invoice, 'K1'), lineOf(invoice, 'K2')];
    await credit(p, invoice, [
      { line: k1, amount: 1001 },
      { line: k2, quantity: 333_333 },
    ]);
    await assert.rejects(credit(p, invoice, [{ line: k1, amount: 2000 }]), {
      code: 'document.credit_exceeds',
    });
    await assert.rejects(credit(p, invoice, [{ line: k2, quantity: 666_668 }]), {
      code: 'document.credit_exceeds',
    });
    await assert.rejects(credit(p, invoice, [{ line: k1, amount: -1 }]), { code: 'document.credit_sign' });
    await assert.rejects(credit(p, invoice, [{ line: k1 }, { line: k1 }]), { code: 'document.line_twice' });
    await assert.rejects(credit(p, invoice, [{ line: 9 }]), { code: 'document.line_not_found' });
    await assert.rejects(credit(p, invoice, [{ line: k1, amount: 1, quantity: 1 }]), {
      code: 'document.credit_ambiguous',
    });
    await assert.rejects(credit(p, invoice, [{ line: k1, amount: 5, rebill: true }]), {
      code: 'document.rebill_partial',
    });
    await assert.rejects(credit(p, invoice, undefined, true), { code: 'document.rebill_partial' });
    await credit(p, invoice, [{ line: k2, quantity: 333_333 }]);
    const { lines } = await p.app.documents.creditable(invoice.id);
    assert.deepEqual(
      lines.map((line) => [line.number, line.left, line.leftQuantity]),
      invoice.lines.map((line) =>
        line.number === k1
          ? [k1, 1999, 1_000_000]
          : line.number === k2
            ? [k2, 666, 333_334]
            : [line.number, 819, 1_000_000],
      ),
    );
    await credit(p, invoice);
    await assert.rejects(credit(p, invoice), { code: 'document.credited' });
    const notes = await p.app.documents.views(
      (await p.rows("SELECT id FROM document WHERE kind = 'credit_note' ORDER BY id")).map(
        (r) => r['id'] as number,
      ),
    );
    const sums = notes.map(figures).reduce((a, b) => a.map((n, i) => n + (b[i] as number)));
    assert.deepEqual(sums, figures(invoice));
    assert.equal(notes.length, 3);
    assert.deepEqual((await verifyDocuments(p.app.database.sql)).problems, []);
  });

  it('two operators who credit the same line at once never credit more than it', async () => {
    const p = await openProvider(open, { day: '2026-03-01' });
    const invoice = await invoiced(p);
    const line = lineOf(invoice, 'K1');
    const all = await Promise.allSettled(
      [1, 2, 3, 4].map(() => credit(p, invoice, [{ line, amount: 1200 }])),
    );
    assert.equal(all.filter((one) => one.status === 'fulfilled').length, 2);
    for (const one of all)
      if (one.status === 'rejected') assert.equal(one.reason.code, 'document.credit_exceeds');
    assert.equal(
      (await p.app.documents.creditable(invoice.id)).lines.find((l) => l.number === line)?.left,
      600,
    );
  });

  it('what a later invoice gives back can not be credited, too', async () => {
    const p = await openProvider(open, { day: '2026-03-01' });
    const invoice = await invoiced(p);
    p.on('2026-03-11');
    await p.tx((tx) =>
      p.app.items.change(
        tx,
        { contract: { code: 'K1' }, from: '2026-03-11', to: { ...MONTHLY, priceE8: 1_000_000_000 } },
        BY,
      ),
    );
    p.on('2026-04-01');
    await p.bill();
    const line = lineOf(invoice, 'K1');
    const of = async () =>
      (await p.app.documents.creditable(invoice.id)).lines.find((l) => l.number === line)!;
    assert.deepEqual([(await of()).givenBack, (await of()).left], [2032, 968]);
    await assert.rejects(credit(p, invoice, [{ line, amount: 969 }]), { code: 'document.credit_exceeds' });
    await credit(p, invoice, [{ line }]);
    assert.equal((await of()).left, 0);
  });

  it('only the lines that were said to are billed again: days by the history, single charges as they were', async () => {
    const p = await openProvider(open, { day: '2026-03-01' });
    await p.customer('C1');
    await p.contract('K1', { startOn: '2026-03-01' });
    await p.contract('K2', { startOn: '2026-03-01' });
    await p.tx((tx) =>
      p.app.charges.addOnce(
        tx,
        {
          contract: { code: 'K2' },
          source: { type: 'visit', id: '1' },
          description: 'Uscita',
          amount: 5000,
          vatRate: 2200,
        },
        BY,
      ),
    );
    await p.bill();
    const invoice = await p.app.documents.find('1/A');
    const visit = invoice.lines.find((line) => line.description === 'Uscita')!.number;
    await credit(p, invoice, [
      { line: lineOf(invoice, 'K1'), rebill: true },
      { line: visit, rebill: true },
    ]);
    p.on('2026-03-02');
    const again = await p.bill();
    assert.equal(again.documents, 1);
    const second = await p.app.documents.find('2/A');
    assert.deepEqual(
      second.lines.map((line) => line.amount).toSorted((a, b) => a - b),
      [3000, 5000],
    );
    p.on('2026-03-03');
    assert.equal((await p.bill()).documents, 0);
  });

  it('the notes of a contract that ends go on from those made by hand', async () => {
    const p = await openProvider(open, { day: '2026-03-01' });
    await p.customer('C1');
    await p.contract('K1', {
      startOn: '2026-03-01',
      items: [{ ...MONTHLY, priceE8: 1_999_000_000, vatIncluded: true }],
    });
    await p.bill();
    const invoice = await p.app.documents.find('1/A');
    await credit(p, invoice, [{ line: 1, amount: 645 }]);
    p.on('2026-03-11');
    await p.tx((tx) => p.app.contracts.end(tx, { contract: { code: 'K1' }, lastDay: '2026-03-10' }, BY));
    const closing = await p.bill();
    assert.deepEqual([closing.byType, closing.parked], [{ TD04: 1 }, []]);
    await credit(p, invoice, undefined).catch((error: { code?: string }) =>
      assert.equal(error.code, 'document.credited'),
    );
    const [sum] = await p.rows(
      `SELECT SUM(net) AS net, SUM(vat) AS vat, SUM(total) AS total FROM document WHERE credits_document_id = ${invoice.id}`,
    );
    assert.deepEqual(
      [sum!['net'], sum!['vat'], sum!['total']],
      [invoice.net, invoice.vatTotal, invoice.total],
    );
  });
});
