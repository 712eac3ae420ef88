import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onDemo, SIZES } from './browser.ts';

onDemo('credit notes', (place) => {
  for (const { where, size, invoice, rest } of [
    { ...SIZES[0], invoice: '1257/A', rest: '27,90' },
    { ...SIZES[1], invoice: '1264/A', rest: '30,40' },
  ])
    it(`a part of a line is credited, then the rest, which come to the invoice ${where}`, async () => {
      const { page, open, isAccessible, expect } = await place.operator(size);
      const dialog = page.getByRole('dialog');
      const total = dialog.locator('[data-test=credit-total]');
      await open('/documents');
      await page.getByRole('link', { name: invoice }).click();
      await page.getByRole('heading', { level: 1, name: `Fattura ${invoice}` }).waitFor();
      await page.getByRole('button', { name: 'Storna' }).click();
      await dialog.getByLabel('Motivo').fill('Due giorni di guasto');
      await dialog.getByLabel('Alcune righe, o una parte').check();
      await dialog.getByText('Scegli almeno una riga.').waitFor();
      await dialog.getByRole('checkbox', { name: 'Internet Casa 100 Mega' }).first().check();
      const amount = dialog.getByLabel(/^Importo di/);
      // More than there is, is refused before anything is issued.
      const issue = dialog.getByRole('button', { name: 'Emetti la nota di credito' });
      expect(/409/);
      await amount.fill('500,00');
      await total.locator('.text-error').waitFor();
      assert.ok(await issue.isDisabled());
      await amount.fill('2,00');
      await total.getByText('Nota di credito di 2,00').waitFor();
      await isAccessible();
      await issue.click();
      await page.getByRole('heading', { level: 1, name: /Nota di credito .*\/NC/ }).waitFor();
      await page.getByRole('link', { name: `${invoice} del 24/11/2026` }).click();
      await page.getByText('stornata in parte', { exact: true }).waitFor();

      await page.getByRole('button', { name: 'Storna' }).click();
      await dialog.getByLabel('Motivo').fill('Tutto il resto');
      await dialog.getByLabel('Tutto ciò che ne resta').check();
      await dialog.getByLabel(/^Restano stornati/).check();
      await total.getByText(`Nota di credito di ${rest}`).waitFor();
      await issue.click();
      await page.getByRole('heading', { level: 1, name: /Nota di credito .*\/NC/ }).waitFor();
      await page.getByRole('link', { name: `${invoice} del 24/11/2026` }).click();
      await page.getByText('stornata', { exact: true }).waitFor();
      assert.equal(await page.getByRole('button', { name: 'Storna' }).count(), 0);
    });

  it('invoices are credited together; what can not be is left out, and says why', async () => {
    const { page, open, isAccessible } = await place.operator();
    const dialog = page.getByRole('dialog');
    await open('/documents?kind=invoice');
    for (const number of ['1257/A', '1258/A', '1259/A'])
      await page.getByRole('checkbox', { name: `Scegli ${number}` }).check();
    await page
      .getByRole('region', { name: 'Azioni sulle righe scelte' })
      .getByRole('button', { name: 'Storna' })
      .click();
    await dialog.getByText('2 righe su cui agire').waitFor();
    // 1258/A and 1259/A: 24,89 and 21,90.
    await dialog.getByText('in tutto 46,79').waitFor();
    await dialog.getByText('Una riga resta esclusa').waitFor();
    await dialog.getByLabel('Motivo').fill('Zona senza servizio');
    await isAccessible();
    await dialog.getByRole('button', { name: 'Emetti le note di credito' }).click();
    await dialog.getByText('Fatte 2 su 2.').waitFor();
    await dialog
      .getByText(/Emessa la nota di credito \d+\/NC/)
      .nth(1)
      .waitFor();
    await dialog.getByRole('button', { name: 'Chiudi' }).click();
    await page.getByRole('row').filter({ hasText: '1259/A' }).getByText('stornata').waitFor();
    const { json } = await place.api('GET', '/documents?kind=credit_note&limit=200');
    const credited = (json as { items: { total: number }[] }).items.map((note) => note.total);
    for (const cents of [2489, 2190]) assert.ok(credited.includes(cents), `a note of ${cents} cents`);
  });
});
