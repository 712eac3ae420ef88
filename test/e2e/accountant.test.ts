import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { onDemo, PHONE } from './browser.ts';

onDemo('the accountant', (place) => {
  it('sees what is missing, downloads the package of a month, and is sent it once', async () => {
    const { page, open, isAccessible } = await place.operator();
    await open('/p/accountant');
    await page.getByRole('heading', { level: 1, name: 'Commercialista' }).waitFor();
    await page.getByLabel('Al giorno', { exact: true }).fill('2026-01-01');
    await page.getByText('È prima del primo giorno.').waitFor();
    await page.getByLabel('Dal giorno').fill('2026-11-01');
    await page.getByLabel('Al giorno', { exact: true }).fill('2026-11-02');
    await page.getByText(/\d+ fatture e \d+ note di credito: imponibile/).waitFor();
    await page.getByText('Nessun numero mancante, tutti i documenti hanno il loro XML.').waitFor();
    await page.getByLabel('Con i PDF').uncheck();
    await isAccessible();
    const taken = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Scarica il pacchetto' }).click();
    const file = await taken;
    assert.equal(file.suggestedFilename(), 'documenti-2026-11-01-2026-11-02.zip');
    const zip = (await readFile(await file.path())).toString('latin1');
    for (const path of ['completezza.txt', 'indice.csv', 'registro-iva-vendite.xlsx', 'xml/IT'])
      assert.ok(zip.includes(path), path);
    assert.ok(!zip.includes('pdf/'));

    await page.getByText('Ancora nessun invio.').waitFor();
    await page.getByRole('button', { name: 'Spedisci', exact: true }).click();
    await page.getByText('Scrivi almeno un indirizzo e-mail.').waitFor();
    await page.getByLabel('Indirizzi e-mail, separati da virgole').fill('studio@example.it');
    for (let n = 0; n < 2; n += 1) {
      await page.getByRole('button', { name: 'Spedisci', exact: true }).click();
      await page.getByText('Fatto: l’esito è qui sotto.').waitFor();
    }
    const history = page.getByRole('listitem').filter({ hasText: 'studio@example.it' });
    await history.getByText(/^Spedito · in allegato · [\d,]+ MB · chiesto da /).waitFor();
    assert.equal(await history.count(), 1);
    await isAccessible();
    await page.getByRole('button', { name: /^Spedisci di nuovo: dal 01\/11\/2026/ }).click();
    await history.getByText(/2° invio/).waitFor();
  });

  it('fits on a phone', async () => {
    const { page, open, isAccessible } = await place.operator(PHONE);
    await open('/p/accountant');
    await page.getByText('Che cosa manca').waitFor();
    await page
      .getByText(/^Spedito · in allegato/)
      .first()
      .waitFor();
    await isAccessible();
    const [wide, shown] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    assert.ok(wide! <= shown!, `${wide} of ${shown} pixels`);
  });

  it('sees at the end of a month how far its documents have come', async () => {
    const { page, open, isAccessible } = await place.operator();
    await open('/month-end');
    // The demo was billed elsewhere until October.
    await page.getByText('Nel mese non è stato emesso nulla').waitFor();
    await page.getByRole('combobox', { name: 'Mese' }).click({ force: true });
    await page.getByRole('option', { name: 'novembre 2026' }).click();
    const row = (name: string) => page.getByRole('row').filter({ hasText: name });
    await row('Emessi').getByText(/€/).waitFor();
    const issued = (await row('Emessi').getByRole('cell').first().innerText()).trim();
    assert.equal((await row('Con XML').getByRole('cell').first().innerText()).trim(), issued);
    await row('Trasmessi al SdI').getByText('non collegato').waitFor();
    await row('Incassati o stornati').getByRole('link').waitFor();
    await page.getByText(/^Da incassare: \d+ · /).waitFor();
    await isAccessible();
    await page.getByRole('link', { name: 'Prepara il pacchetto' }).click();
    await page.waitForURL('**/p/accountant?from=2026-11-01&to=2026-11-30');
    await page.getByLabel('Al giorno', { exact: true }).waitFor();
    assert.equal(await page.getByLabel('Al giorno', { exact: true }).inputValue(), '2026-11-30');
    await page.goBack();
    await page.getByRole('combobox', { name: 'Mese' }).waitFor();
  });

  it('sees the end of a month on a phone', async () => {
    const { page, open, isAccessible } = await place.operator(PHONE);
    await open('/month-end');
    await page.getByRole('combobox', { name: 'Mese' }).click({ force: true });
    await page.getByRole('option', { name: 'novembre 2026' }).click();
    await page.getByText('Fino a che punto sono i documenti').waitFor();
    await isAccessible();
    const [wide, shown] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    assert.ok(wide! <= shown!, `${wide} of ${shown} pixels`);
  });
});
