import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'playwright-core';
import { onDemo, PHONE, SIZES, TODAY } from './browser.ts';

const MONTHLY = { description: 'Internet Casa 100', vatIncluded: true, vatRate: 2200, cadence: 'months:1' };

onDemo('documents and billing', (place) => {
  const startContract = async (code: string, customer: string, euro: number): Promise<void> => {
    const items = [{ ...MONTHLY, priceE8: euro * 1e8 }];
    const made = await place.api('POST', '/contracts', { code, customer, startOn: TODAY, items });
    assert.equal(made.status, 201, JSON.stringify(made.json));
    const { id } = made.json as { id: number };
    const active = await place.api('POST', `/contracts/${id}/activate`, { on: TODAY });
    assert.equal(active.status, 200, JSON.stringify(active.json));
  };
  const fits = async (page: Page): Promise<void> => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= PHONE.viewport.width, `${page.url()} is ${width} px wide`);
  };
  const figure = (page: Page, label: string) =>
    page
      .locator('dl > div')
      .filter({ has: page.getByText(label, { exact: true }) })
      .locator('dd');

  for (const { where, size, invoice, payer, payerName, starts, startsName, billed } of [
    {
      ...SIZES[0],
      invoice: '1257/A',
      payer: 1,
      payerName: 'Paolo Candoni',
      starts: 'C1003',
      startsName: 'Giulia Maieron',
      billed: 13,
    },
    {
      ...SIZES[1],
      invoice: '1264/A',
      payer: 19,
      payerName: 'Davide Craighero',
      starts: 'C1007',
      startsName: 'Andrea Straulino',
      billed: 15,
    },
  ]) {
    it(`an invoice is found, seen as PDF and XML, explained, and credited ${where}`, async () => {
      const { page, open, isAccessible } = await place.operator(size);
      await open('/documents');
      await isAccessible();
      await page.getByRole('link', { name: invoice }).click();
      await page.getByRole('heading', { level: 1, name: `Fattura ${invoice}` }).waitFor();
      if (where === SIZES[0].where) await page.getByTitle(`PDF del documento ${invoice}`).waitFor();
      else await page.getByRole('button', { name: 'Scarica il PDF' }).waitFor();
      const xml = page.locator('pre');
      assert.match(await xml.innerText(), new RegExp(`\\n +<Numero>${invoice}</Numero>`));
      await page.getByRole('button', { name: 'Spiega: Internet Casa 100 Mega' }).click();
      await page
        .getByText('Il prezzo è 29,90 € per il periodo dal 21/11/2026 al 20/12/2026 (30 giorni).')
        .waitFor();
      await page.getByText('l’imponibile è 24,50819672 €').waitFor();
      await isAccessible();

      await page.getByRole('button', { name: 'Storna' }).click();
      const dialog = page.getByRole('dialog');
      const issue = dialog.getByRole('button', { name: 'Emetti la nota di credito' });
      assert.ok(await issue.isDisabled());
      await dialog.getByLabel('Motivo').fill('Velocità sbagliata');
      await dialog.getByLabel(/Vanno fatturati di nuovo/).check();
      await isAccessible();
      await issue.click();
      await page.getByRole('heading', { level: 1, name: /Nota di credito .*\/NC/ }).waitFor();
      await page.getByRole('link', { name: `${invoice} del 24/11/2026` }).click();
      await page.getByText('stornata', { exact: true }).waitFor();
      assert.equal(await page.getByRole('button', { name: 'Storna' }).count(), 0);
    });

    it(`tonight is looked at, approved, and billed ${where}`, async () => {
      await startContract(`NUOVO-${payer}`, starts, 29);
      if (where === SIZES[0].where) await startContract('TROPPO-1', 'C1004', 900);
      const { status } = await place.api('POST', `/contracts/${payer}/charges`, {
        source: { type: 'work', id: `17-${payer}` },
        description: 'Uscita del tecnico',
        amount: 6000,
        vatIncluded: true,
        vatRate: 2200,
      });
      assert.equal(status, 200);
      const { page, open, isAccessible } = await place.operator(size);
      await open('/tonight');
      await page.getByRole('heading', { name: 'Chi viene fatturato' }).waitFor();
      for (const [label, value] of [
        ['Documenti', '2'],
        ['Diversi dall’ultima volta', '1'],
        ['Nuovi', '1'],
        ['Da sistemare', '1'],
      ] as const)
        assert.equal(await figure(page, label).innerText(), value, label);
      await page.getByText('60,00 € in più').waitFor();
      await page.getByText('La fattura è molto più alta del solito per questo cliente.').waitFor();
      await page.getByRole('button', { name: `Righe: ${payerName}` }).click();
      await page.getByText('Uscita del tecnico').waitFor();
      await isAccessible();

      await page.getByRole('button', { name: 'Approva ed emetti' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Emettere 2 documenti').waitFor();
      await isAccessible();
      await dialog.getByRole('button', { name: 'Approva ed emetti' }).click();
      await page.getByText('Dopo questa anteprima è già stato emesso qualcosa').waitFor();
      await page.getByText(`${billed} documenti`).waitFor();
      await page.getByRole('link', { name: 'Vedi i documenti' }).click();
      await page.waitForURL(/run=\d+/);
      await page.getByRole('main').getByText(startsName).first().waitFor();
    });
  }

  it('what could not be billed says why, and leads to where it is put right', async () => {
    const { page, open, isAccessible } = await place.operator();
    await open('/parked');
    await page.getByText('La fattura è molto più alta del solito per questo cliente.').waitFor();
    await isAccessible();
    await page.getByRole('link', { name: 'TROPPO-1' }).click();
    await page.waitForURL(/\/contracts\/\d+$/);
  });

  it('all charges are listed, also those of a credit note without a line of their own', async () => {
    const { page, open, isAccessible } = await place.operator();
    await open('/charges');
    await page.getByRole('cell', { name: 'Uscita del tecnico' }).first().waitFor();
    await isAccessible();
  });

  it('a run that is far from the usual waits, and goes on when somebody has looked', async () => {
    for (let n = 10; n < 24; n += 1) await startContract(`TANTI-${n}`, `C10${n}`, 20);
    assert.equal((await place.api('POST', '/runs/billing', {})).status, 202);
    const { page, open, isAccessible } = await place.operator();
    await open('/runs');
    await isAccessible();
    await page.getByRole('row').filter({ hasText: 'in attesa' }).getByRole('link').click();
    await page.getByText('Il numero di contratti fatturati è lontano da quello atteso.').waitFor();
    await page
      .getByText(/^Avviata: demo@example\.it/)
      .first()
      .waitFor();
    await isAccessible();
    await page.getByRole('button', { name: 'Conferma ed emetti' }).click();
    const dialog = page.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: 'Conferma ed emetti' });
    assert.ok(await confirm.isDisabled());
    await dialog.getByLabel('Ho guardato l’anteprima e va bene così').check();
    await confirm.click();
    await page.getByText('Fatturazione fatta.').waitFor();
    await page.getByText(/^Confermata: demo@example\.it/).waitFor();
  });

  it('fits on a phone', async () => {
    const { page, open, isAccessible } = await place.operator(PHONE);
    for (const path of ['/documents', '/documents/343', '/tonight', '/charges', '/runs', '/parked']) {
      await open(path);
      await isAccessible();
      await fits(page);
    }
    await open('/documents/343');
    assert.equal(await page.locator('iframe').count(), 0);
    const taken = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Scarica il PDF' }).click();
    assert.equal((await taken).suggestedFilename(), 'Fattura 1257-A.pdf');
  });
});
