import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { onDemo, PHONE, SIZES } from './browser.ts';

type Item = { id: number; numberText: string; open: number; customer: { id: number; name: string } };

onDemo('payments', (place) => {
  /** Customers with two open invoices at least, and what is open of each, the oldest first. */
  async function debtors(): Promise<{ id: number; name: string; items: Item[] }[]> {
    const { json } = await place.api('GET', '/open-items?open=true&kind=invoice&limit=200');
    const all = new Map<number, { id: number; name: string; items: Item[] }>();
    for (const item of (json as { items: Item[] }).items) {
      const one = all.get(item.customer.id) ?? { ...item.customer, items: [] };
      one.items.push(item);
      all.set(one.id, one);
    }
    return [...all.values()].filter(({ items }) => items.length > 1);
  }
  const euro = (cents: number): string =>
    new Intl.NumberFormat('it-IT', { style: 'currency', currency: 'EUR', useGrouping: 'always' }).format(
      cents / 100,
    );
  const typed = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',');

  for (const [n, { where, size }] of SIZES.entries()) {
    it(`money in cash pays the oldest, comes back, is taken back, and credit is paid out ${where}`, async () => {
      const { id, name, items } = (await debtors())[n]!;
      const [oldest, next] = items as [Item, Item];
      const { page, open, isAccessible } = await place.operator(size);
      const dialog = page.getByRole('dialog');
      await open(`/customers/${id}`);
      await page.getByRole('heading', { name: 'Saldo' }).waitFor();
      await isAccessible();

      // The oldest whole, and a bit of the next.
      await page.getByRole('button', { name: 'Registra incasso' }).first().click();
      await dialog.getByLabel('Importo').fill(typed(oldest.open + 100));
      await dialog.getByRole('combobox', { name: 'Metodo' }).click({ force: true });
      await page.getByRole('option', { name: 'contanti' }).click();
      const share = (item: Item) => dialog.getByRole('listitem').filter({ hasText: item.numberText });
      await share(oldest).getByText(euro(oldest.open), { exact: true }).waitFor();
      await share(next).getByText(euro(100), { exact: true }).waitFor();
      await isAccessible();
      await dialog.getByRole('button', { name: 'Registra', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText(`Incasso di ${euro(oldest.open + 100)} registrato.`).waitFor();

      // Of the next, what is open is offered; what is too much is said before it is sent.
      await open(`/documents/${next.id}`);
      await page
        .getByText(euro(next.open - 100), { exact: true })
        .first()
        .waitFor();
      await page.getByRole('button', { name: 'Registra incasso' }).click();
      const offered = dialog.getByLabel('Importo');
      assert.equal(await offered.inputValue(), typed(next.open - 100));
      await offered.fill('1,00');
      await dialog.getByRole('alert').waitFor();
      assert.ok(await dialog.getByRole('button', { name: 'Registra', exact: true }).isDisabled());
      await offered.fill(typed(next.open + 900));
      await dialog.getByText(`${euro(1000)} restano a credito del cliente.`).waitFor();
      await dialog.getByRole('button', { name: 'Registra', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      const paid = page.getByRole('listitem').getByRole('link', { name: 'bonifico' });
      await paid.waitFor();
      await isAccessible();

      // It comes back: the invoice is open again.
      await paid.click();
      await page.getByRole('button', { name: 'È tornato insoluto' }).click();
      await dialog.getByLabel('Perché').fill('MS03');
      await isAccessible();
      await dialog.getByRole('button', { name: 'È tornato insoluto' }).click();
      await page.getByRole('heading', { level: 1 }).getByText('insoluto').waitFor();
      await isAccessible();
      await open(`/documents/${next.id}`);
      await page
        .getByText(euro(next.open - 100), { exact: true })
        .first()
        .waitFor();

      // An advance, of which something is paid out again; the statement says it all.
      const body = {
        customerId: id,
        amount: 5000,
        method: 'postal',
        receivedOn: '2026-11-24',
        allocate: 'none',
      };
      assert.equal((await place.api('POST', '/payments', body)).status, 201);
      await open(`/customers/${id}`);
      await page.getByRole('button', { name: 'Rimborsa' }).click();
      await dialog.getByLabel('Importo').fill('60,00');
      await dialog.getByText('Al massimo').waitFor();
      await dialog.getByLabel('Importo').fill('20,00');
      await dialog.getByRole('button', { name: 'Rimborsa' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('link', { name: 'Estratto conto' }).click();
      await page.getByRole('heading', { level: 1, name: 'Estratto conto' }).waitFor();
      await page.getByText(name).first().waitFor();
      await page.getByRole('link', { name: 'Rimborso · bonifico' }).waitFor();
      await isAccessible();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= page.viewportSize()!.width, `it is ${width} px wide`);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Scarica il CSV' }).click(),
      ]);
      assert.match(await readFile(await file.path(), 'utf8'), /5\.?000|50,00/);

      await open('/payments');
      await isAccessible();
      await page.getByRole('main').getByRole('link', { name: '24/11/2026' }).first().click();
      await page.waitForURL(/\/payments\/\d+$/);
    });
  }

  it('the till is closed: what was counted, why it differs, and nothing comes after', async () => {
    const { page, open, isAccessible, expect } = await place.operator();
    const dialog = page.getByRole('dialog');
    await open('/till');
    await page.getByRole('button', { name: 'Chiudi la giornata' }).click();
    const close = dialog.getByRole('button', { name: 'Chiudi la giornata' });
    await dialog.getByLabel('Contanti contati').fill('1,00');
    await dialog.getByText('Scrivi perché non torna.').waitFor();
    assert.ok(await close.isDisabled());
    await dialog.getByLabel('Nota').fill('Resto sbagliato');
    await isAccessible();
    await close.click();
    await page.getByText('Resto sbagliato').waitFor();
    await isAccessible();

    const { id } = (await debtors())[0]!;
    await open(`/customers/${id}`);
    await page.getByRole('button', { name: 'Registra incasso' }).first().click();
    await dialog.getByRole('combobox', { name: 'Metodo' }).click({ force: true });
    await page.getByRole('option', { name: 'contanti' }).click();
    expect(/409/);
    await dialog.getByRole('button', { name: 'Registra', exact: true }).click();
    await dialog
      .getByText(/chiusa/)
      .first()
      .waitFor();
  });

  it('who owes what is seen at a glance, and on a phone', async () => {
    for (const size of [{}, PHONE]) {
      const { page, open, isAccessible } = await place.operator(size);
      await open('/ageing');
      await page.getByText('Oltre 90').first().waitFor();
      await isAccessible();
      for (const path of ['/ageing', '/payments', '/payments/1', '/till']) {
        await open(path);
        if (size === PHONE) await isAccessible();
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= page.viewportSize()!.width, `${path} is ${width} px wide`);
      }
    }
  });
});
