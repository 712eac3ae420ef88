import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { onDemo, PHONE } from './browser.ts';

onDemo('registers', (place) => {
  it('shows VAT and stamp duty, gives the register, and locks a month until that is taken back', async () => {
    const { page, open, isAccessible } = await place.operator();
    await open('/registers');
    await page.getByText('Nessun mese è chiuso.').waitFor();
    await page.getByLabel('Dal giorno').fill('2026-11-01');
    await page.getByText('È prima del primo giorno.').waitFor();
    await page.getByLabel('Al giorno', { exact: true }).fill('2026-11-30');
    const row = page.getByRole('row').filter({ hasText: 'immediata' }).first();
    await row.getByText('22 %').waitFor();
    await isAccessible();
    const taken = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Scarica il registro (CSV)' }).click();
    const file = await taken;
    assert.equal(file.suggestedFilename(), 'registro-iva-2026-11-01-2026-11-30.csv');
    assert.ok((await readFile(await file.path(), 'utf8')).split('\n').length > 60);

    await page.getByRole('button', { name: 'Chiudi i mesi fino al…' }).click();
    const dialog = page.getByRole('dialog');
    await isAccessible();
    await dialog.getByRole('button', { name: 'Chiudi i mesi' }).click();
    await page.getByText('Chiuso fino al 31/10/2026').waitFor();
    await page.getByRole('button', { name: 'Riprendi l’ultima chiusura' }).click();
    await dialog.getByLabel('Motivo').fill('manca una nota di credito');
    await dialog.getByRole('button', { name: 'Riprendi l’ultima chiusura' }).click();
    await page.getByText('Nessun mese è chiuso.').waitFor();
    await page.getByText('manca una nota di credito').waitFor();
  });

  it('fits on a phone', async () => {
    const { page, open, isAccessible } = await place.operator(PHONE);
    await open('/registers');
    await page.getByText('Conservazione a norma').waitFor();
    await isAccessible();
    const [wide, shown] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    assert.ok(wide! <= shown!, `${wide} of ${shown} pixels`);
  });
});
