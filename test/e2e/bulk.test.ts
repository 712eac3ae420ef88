import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'playwright-core';
import { onDemo, PHONE } from './browser.ts';
import { hire } from './hire.ts';

const PERMISSIONS = ['documents.read', 'documents.resend'];
const exportButton = (page: Page) => page.getByRole('button', { name: 'Esporta' });

onDemo('an action on many rows', (place) => {
  const resends = async (): Promise<number> => {
    const found = await place.api('GET', '/audit?entity=document&limit=200');
    const { items } = found.json as { items: { action: string }[] };
    return items.filter(({ action }) => action === 'document.resent').length;
  };

  it('two invoices are sent again, and each says what became of it', async () => {
    const { page, open, isAccessible, expect } = await place.operator();
    expect(/ERR_FAILED/);
    await open('/documents?kind=invoice');
    await exportButton(page).waitFor();
    const boxes = page.getByRole('checkbox', { name: /^Scegli \d/ });
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    const bar = page.getByRole('region', { name: 'Azioni sulle righe scelte' });
    await bar.getByText('2 righe scelte').waitFor();
    await isAccessible();
    await bar.getByRole('button', { name: 'Invia di nuovo' }).click();
    const dialog = page.getByRole('dialog', { name: 'Inviare di nuovo i documenti scelti' });
    await dialog.getByText('2 righe su cui agire').waitFor();
    await isAccessible();

    // Whatever comes of it, the second asks in vain once.
    let isRefused = false;
    await page.route('**/api/documents/*/resend', async (route) => {
      if ((await resends()) === 0 || isRefused) return route.continue();
      isRefused = true;
      return route.abort();
    });
    await dialog.getByRole('button', { name: 'Invia di nuovo' }).click();
    const results = dialog.getByRole('list', { name: 'Risultato riga per riga' });
    await results.getByRole('listitem').nth(1).waitFor();
    assert.match(await results.getByRole('listitem').nth(0).innerText(), /^non riuscita\s/);
    assert.match(await results.getByRole('listitem').nth(1).innerText(), /^fatta\s[^]*primo nuovo invio/);
    await isAccessible();
    await bar.getByText('una riga scelta').waitFor();
    await dialog.getByRole('button', { name: 'Riprova quella rimasta' }).click();
    await dialog.getByText('Fatte 2 su 2.').waitFor();
    await dialog.getByRole('button', { name: 'Chiudi' }).click();
    await bar.waitFor({ state: 'detached' });
    assert.equal(await resends(), 2);

    // Rows of another question are not those that are seen.
    await boxes.nth(0).check();
    await bar.waitFor();
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Documenti' }).click();
    await bar.waitFor({ state: 'detached' });
  });

  it('on a phone a card is chosen, and who may not export is not offered it', async () => {
    const login = await hire(place, { name: 'Ines', permissions: PERMISSIONS });
    const { page, open, isAccessible, expect } = await place.operator({ ...PHONE, login });
    // What she may not ask for, the shell may try.
    expect(/403/);
    await open('/documents');
    await page
      .getByRole('checkbox', { name: /^Scegli \d/ })
      .first()
      .check();
    const bar = page.getByRole('region', { name: 'Azioni sulle righe scelte' });
    await bar.getByText('una riga scelta').waitFor();
    await bar.getByRole('button', { name: 'Invia di nuovo' }).waitFor();
    assert.equal(await bar.getByRole('button', { name: 'Storna' }).count(), 0);
    assert.equal(await exportButton(page).count(), 0);
    await isAccessible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= PHONE.viewport.width, `the list is ${width} px wide`);
    await bar.getByRole('button', { name: 'Deseleziona' }).click();
    await bar.waitFor({ state: 'detached' });
  });

  it('contracts are held together, and released together', async () => {
    const { page, open, isAccessible } = await place.operator();
    const bar = page.getByRole('region', { name: 'Azioni sulle righe scelte' });
    const dialog = page.getByRole('dialog');
    const state = (code: string) => page.getByRole('row').filter({ hasText: code });
    await open('/contracts');
    for (const code of ['INT-0003', 'INT-0004'])
      await page.getByRole('checkbox', { name: `Scegli ${code}` }).check();
    await bar.getByRole('button', { name: 'Blocca' }).click();
    await dialog.getByLabel('Motivo').fill('Ripetitore spento');
    await isAccessible();
    await dialog.getByRole('button', { name: 'Blocca' }).click();
    await dialog.getByText('Fatte 2 su 2.').waitFor();
    await dialog.getByRole('button', { name: 'Chiudi' }).click();
    for (const code of ['INT-0003', 'INT-0004']) await state(code).getByText('Pending').waitFor();

    for (const code of ['INT-0003', 'INT-0004', 'INT-0005'])
      await page.getByRole('checkbox', { name: `Scegli ${code}` }).check();
    await bar.getByRole('button', { name: 'Togli il blocco' }).click();
    await dialog.getByText('non ha blocchi aperti').waitFor();
    await isAccessible();
    await dialog.getByRole('button', { name: 'Togli il blocco' }).click();
    await dialog.getByText('Ripetitore spento').first().waitFor();
    await dialog.getByRole('button', { name: 'Chiudi' }).click();
    for (const code of ['INT-0003', 'INT-0004']) await state(code).getByText('Attivo').waitFor();
  });

  it('a document is sent again from its page', async () => {
    const { page, open, isAccessible } = await place.operator();
    const before = await resends();
    await open('/documents/343');
    await page.getByRole('button', { name: 'Invia di nuovo' }).click();
    const dialog = page.getByRole('dialog', { name: 'Inviare di nuovo 1257/A?' });
    await dialog.getByText(/un’altra volta/).waitFor();
    await isAccessible();
    await dialog.getByRole('button', { name: 'Invia di nuovo' }).click();
    await page.getByText(/^Parte il .*nuovo invio/).waitFor();
    assert.equal(await resends(), before + 1);
  });
});
