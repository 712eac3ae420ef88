import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'playwright-core';
import { onDemo, PHONE } from './browser.ts';

onDemo('drafts', (place) => {
  const line = (page: Page, n: number) => page.getByRole('group', { name: `Riga ${n}` });

  it('an invoice is written, put right, printed as a pro-forma, issued, and copied', async () => {
    const { page, open, isAccessible } = await place.operator();
    const dialog = page.getByRole('dialog');
    await open('/documents');
    await page.getByRole('link', { name: 'Nuova fattura' }).click();
    await page.getByRole('heading', { level: 1, name: 'Nuova fattura' }).waitFor();
    const customer = page.getByRole('combobox', { name: 'Cliente' });
    await customer.click();
    await customer.fill('Giulia Maieron');
    await page.getByRole('option', { name: 'Giulia Maieron' }).first().click();
    const save = page.getByRole('button', { name: 'Salva la bozza' });
    await line(page, 1).getByLabel('Descrizione').fill('Router da casa');
    assert.ok(await save.isDisabled());
    await line(page, 1).getByLabel('Prezzo unitario').fill('49,00');
    await page.getByText('59,78 €').waitFor();
    await page.getByText('Nulla da sistemare').waitFor();

    await page.getByRole('button', { name: 'Aggiungi una riga' }).click();
    await line(page, 2).getByLabel('Descrizione').fill('Marca anticipata');
    await line(page, 2).getByLabel('Quantità').fill('2');
    await line(page, 2).getByLabel('Prezzo unitario').fill('1,50');
    await line(page, 2).getByLabel('Aliquota').fill('0');
    await page.getByRole('heading', { name: 'Da sistemare' }).waitFor();
    await page.getByText('Riga 2: Con l’aliquota zero serve la natura').first().waitFor();
    await isAccessible();
    await save.click();
    await page.waitForURL(/\/drafts\/\d+$/);
    // What is wrong can be kept, and not issued.
    const issue = page.getByRole('button', { name: 'Emetti' });
    await page.getByRole('heading', { name: 'Da sistemare' }).waitFor();
    assert.ok(await issue.isDisabled());
    await line(page, 2).getByLabel('Natura').fill('N1');
    await line(page, 2).getByLabel('Riferimento').fill('art. 15 DPR 633/1972');
    await page.getByText('Nulla da sistemare').waitFor();
    await page.getByText('62,78 €').waitFor();

    const taken = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Proforma' }).click();
    assert.match((await taken).suggestedFilename(), /^Proforma \d+\.pdf$/);
    await page.getByText('Bozza salvata').first().waitFor();
    await issue.click();
    await dialog.getByText('62,78 € a Giulia Maieron').waitFor();
    await dialog.getByText('il prossimo numero del sezionale A').waitFor();
    await isAccessible();
    await dialog.getByRole('button', { name: 'Emetti' }).click();
    await page.waitForURL(/\/documents\/\d+$/);
    const heading = page.getByRole('heading', { level: 1, name: /Fattura \d+\/A/ });
    await heading.waitFor();
    const number = /\d+\/A/.exec(await heading.innerText())![0];
    await page.getByText('Marca anticipata').first().waitFor();

    await page.getByRole('button', { name: 'Copia in una bozza' }).click();
    await page.waitForURL(/\/drafts\/\d+$/);
    await page.getByText('62,78 €').waitFor();
    assert.equal(await line(page, 1).getByLabel('Descrizione').inputValue(), 'Router da casa');
    assert.equal(await line(page, 2).getByLabel('Prezzo unitario').inputValue(), '1,50');

    await open('/drafts');
    await isAccessible();
    await page.getByRole('row').filter({ hasText: 'Emessa' }).getByText(number).waitFor();
  });

  it('a draft that comes to nothing is voided, and stays in the list', async () => {
    const lines = [{ description: 'Antenna', priceE8: 8_000_000_000, vatIncluded: true, vatRate: 2200 }];
    const made = await place.api('POST', '/drafts', { customer: 'C1003', lines });
    assert.equal(made.status, 201, JSON.stringify(made.json));
    const { id } = made.json as { id: number };
    const { page, open } = await place.operator();
    const dialog = page.getByRole('dialog');
    await open(`/drafts/${id}`);
    await page.getByRole('button', { name: 'Annulla la bozza' }).click();
    await dialog.getByText('non usa alcun numero').waitFor();
    await dialog.getByRole('button', { name: 'Annulla la bozza' }).click();
    await page.waitForURL(/\/drafts$/);
    await page.getByRole('row').filter({ hasText: 'Annullata' }).getByRole('link').first().click();
    await page.getByText('Questa bozza è stata annullata da').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Emetti' }).count(), 0);
  });

  it('what somebody else has changed meanwhile is not lost', async () => {
    const lines = [{ description: 'Palo', priceE8: 10_000_000_000, vatRate: 2200 }];
    const made = await place.api('POST', '/drafts', { customer: 'C1004', lines });
    const { id } = made.json as { id: number };
    const { page, open, expect } = await place.operator();
    await open(`/drafts/${id}`);
    expect(/409/);
    const other = await place.operator();
    await other.open(`/drafts/${id}`);
    await other.page.getByLabel('Causale').fill('Posa del palo');
    await other.page.getByRole('button', { name: 'Salva la bozza' }).click();
    await other.page.getByText('Bozza salvata').waitFor();
    await line(page, 1).getByLabel('Descrizione').fill('Palo da 6 m');
    await page.getByRole('button', { name: 'Salva la bozza' }).click();
    await page.getByText('Salvata insieme alle modifiche di altri').waitFor();
    assert.equal(await page.getByLabel('Causale').inputValue(), 'Posa del palo');
  });

  it('a deferred invoice names what was delivered, and carries a file', async () => {
    const lines = [{ description: 'Armadio', priceE8: 20_000_000_000, vatRate: 2200 }];
    const made = await place.api('POST', '/drafts', { customer: 'C1005', lines });
    const { id } = made.json as { id: number };
    const { page, open, isAccessible } = await place.operator();
    await open(`/drafts/${id}`);
    await page.getByRole('combobox', { name: 'Tipo' }).click({ force: true });
    await page.getByRole('option', { name: 'Fattura differita' }).click();
    await page.getByText('indica i documenti di trasporto').first().waitFor();
    await page.getByRole('button', { name: 'Aggiungi un DDT' }).click();
    await page.getByLabel('Numero del DDT 1').fill('D-17');
    await page.getByLabel('Data del DDT 1').fill('2026-11-20');
    await page.getByText('Nulla da sistemare').waitFor();
    await page
      .getByLabel('Aggiungi un file', { exact: true })
      .setInputFiles({ name: 'ddt.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
    await page.getByRole('button', { name: 'Togli ddt.pdf' }).waitFor();
    await isAccessible();
    await page.getByRole('button', { name: 'Emetti' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Emetti' }).click();
    await page.waitForURL(/\/documents\/\d+$/);
    await page.locator('pre').getByText('<NumeroDDT>D-17</NumeroDDT>').waitFor();
    await page.locator('pre').getByText('<NomeAttachment>ddt.pdf</NomeAttachment>').waitFor();
  });

  it('fits on a phone', async () => {
    const { page, open, isAccessible } = await place.operator(PHONE);
    for (const path of ['/drafts', '/drafts/new', '/drafts/1', '/drafts/2']) {
      await open(path);
      await isAccessible();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= PHONE.viewport.width, `${path} is ${width} px wide`);
    }
  });
});
