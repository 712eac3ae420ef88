import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { onDemo, PHONE, SIZES, TODAY } from './browser.ts';

/** The 16th of the month before this one, and how many days that month has from it on. */
function middleOfLastMonth(): { readonly day: string; readonly days: number } {
  const [year, month] = TODAY.split('-').map(Number) as [number, number];
  const last = new Date(Date.UTC(year, month - 1, 0));
  return { day: `${last.toISOString().slice(0, 8)}16`, days: last.getUTCDate() - 15 };
}
const inDays = (days: number): string =>
  new Date(Date.parse(`${TODAY}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const shown = (day: string): string => day.split('-').reverse().join('/');

async function choose(where: Page | Locator, field: string, text: string): Promise<void> {
  const box = where.getByRole('combobox', { name: field, exact: true });
  await box.click();
  await box.fill(text);
  const page = 'page' in where ? where.page() : where;
  await page.getByRole('option', { name: text }).first().click();
}

onDemo('contracts and plans', (place) => {
  for (const { where, size, held } of [
    { ...SIZES[0], held: 2 },
    { ...SIZES[1], held: 5 },
  ]) {
    it(`a contract from the middle of a month is made, held, released, changed, ended and kept ${where}`, async () => {
      const { page, open, isAccessible, expect } = await place.operator(size);
      const dialog = page.getByRole('dialog');
      const state = page.getByRole('heading', { level: 1 });
      const { day, days } = middleOfLastMonth();

      await open('/contracts');
      await page.getByText('INT-0001').waitFor();
      await isAccessible();
      await page.getByRole('link', { name: 'Nuovo contratto' }).first().click();
      await choose(page, 'Cliente', 'Paolo Candoni');
      await choose(page, 'Piano', 'Internet Casa 30 Mega');
      await page.getByLabel('Primo giorno di servizio').fill(day);
      await page.getByText('la prima fattura è già di un periodo intero').waitFor();
      await page.getByLabel('dal primo del mese').check();
      await page.getByText(`· ${days} giorni`).waitFor();
      await isAccessible();

      // A code that there is already is said at its field, and nothing that was typed is lost.
      const code = page.getByLabel('Codice del contratto');
      const suggested = await code.inputValue();
      assert.match(suggested, /\d$/);
      expect(/409/);
      await code.fill('INT-0001');
      await page.getByRole('button', { name: 'Crea e attiva' }).click();
      await page.locator('.v-input--error', { hasText: 'C’è già un contratto con questo codice' }).waitFor();
      await code.fill(suggested);
      await page.getByRole('button', { name: 'Crea e attiva' }).click();
      await page.waitForURL(/\/contracts\/\d+$/);
      await state.getByText('Attivo').waitFor();
      await page.getByText('Cosa si fatturerà').waitFor();
      await page.getByText(`· ${days} giorni`).waitFor();
      await isAccessible();

      await page.getByRole('button', { name: 'Blocca' }).click();
      await dialog.getByLabel('Motivo').fill('Casa chiusa');
      await dialog.getByText('Nulla, finché il blocco è aperto.').waitFor();
      await isAccessible();
      await dialog.getByRole('button', { name: 'Blocca' }).click();
      await state.getByText('Pending').waitFor();
      await page.getByRole('button', { name: 'Togli il blocco: Casa chiusa' }).click();
      await dialog
        .getByText(/^Il \d/)
        .first()
        .waitFor();
      await dialog.getByRole('button', { name: 'Togli', exact: true }).click();
      await state.getByText('Attivo').waitFor();

      await page.getByRole('button', { name: 'Cambia' }).click();
      await choose(dialog, 'Nuovo piano', 'Internet Casa 100 Mega');
      await dialog.getByText('21,90 € IVA inclusa, ogni mese', { exact: true }).waitFor();
      await dialog.getByText('29,90 € IVA inclusa, ogni mese').waitFor();
      await isAccessible();
      await dialog.getByRole('button', { name: 'Cambia' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('link', { name: 'Internet Casa 100 Mega' }).waitFor();
      await page.getByRole('link', { name: 'Internet Casa 30 Mega' }).waitFor();

      await page.getByRole('button', { name: 'Cessa' }).click();
      const last = inDays(40);
      await dialog.getByLabel('Ultimo giorno di servizio').fill('2019-01-01');
      expect(/422/);
      await dialog.getByRole('button', { name: 'Cessa' }).click();
      await dialog.locator('.v-input--error').first().waitFor();
      await dialog.getByLabel('Ultimo giorno di servizio').fill(last);
      await dialog.getByRole('button', { name: 'Cessa' }).click();
      await state.getByText(`fino al ${shown(last)}`).waitFor();
      await page.getByRole('button', { name: "Annulla l'operazione" }).last().click();
      await page.getByRole('button', { name: 'Cessa' }).waitFor();

      await page.getByRole('button', { name: 'Altro' }).click();
      await page.getByText('Attributi', { exact: true }).click();
      await dialog.getByRole('button', { name: 'Un altro attributo' }).click();
      await dialog.getByLabel('Nome').fill('PPPoE');
      await dialog.getByText('Minuscole, cifre e _').waitFor();
      await dialog.getByLabel('Nome').fill('pppoe_user');
      await dialog.getByLabel('Valore').fill(`utente-${suggested}`);
      await isAccessible();
      await dialog.getByRole('button', { name: 'Salva' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText('Un attributo').click();
      await page.getByText(`utente-${suggested}`).waitFor();

      await open('/contracts');
      await page
        .getByRole('searchbox')
        .or(page.getByLabel('Cliente, codice, indirizzo'))
        .first()
        .fill(suggested);
      await page.getByRole('link', { name: suggested }).click();
      await state.getByText(suggested).waitFor();
    });

    it(`a draft waits to be activated, moves to another holder, and one that never ran is cancelled ${where}`, async () => {
      const { page, open, isAccessible } = await place.operator(size);
      const dialog = page.getByRole('dialog');
      const state = page.getByRole('heading', { level: 1 });
      const made: { json: { id: number } } = await place.api('POST', '/contracts', {
        code: `E2E-${held}`,
        customer: 'C1002',
        startOn: inDays(10),
        items: [{ plan: 'CASA-30' }],
      });
      await open(`/contracts/${made.json.id}`);
      await page.getByText('finché non lo attivi non si fattura nulla').waitFor();
      await page.getByRole('button', { name: 'Attiva' }).click();
      await dialog.getByText(`parte da solo il ${shown(inDays(10))}`).waitFor();
      await dialog
        .getByText(/^Il \d/)
        .first()
        .waitFor();
      await dialog.getByRole('button', { name: 'Attiva' }).click();
      await state.getByText('Da attivare').waitFor();

      await page.getByRole('button', { name: 'Altro' }).click();
      await page.getByText('Trasloca', { exact: true }).click();
      await dialog.getByLabel('Via').fill('Via Nuova');
      await dialog.getByLabel('Comune').fill('Paluzza');
      await isAccessible();
      await dialog.getByRole('button', { name: 'Trasloca' }).click();
      await page.getByText('Via Nuova, Paluzza').waitFor();

      await page.getByRole('button', { name: 'Altro' }).click();
      await page.getByText('Annulla il contratto').click();
      await dialog.getByRole('button', { name: 'Annulla il contratto' }).click();
      await state.getByText('Annullato').waitFor();

      await open(`/contracts/${held}`);
      await page.getByRole('button', { name: 'Altro' }).click();
      await page.getByText('Subentro', { exact: true }).click();
      await choose(dialog, 'Chi subentra', 'Giulia Maieron');
      await dialog.getByText('si fattura ancora').waitFor();
      await dialog.getByRole('button', { name: 'Subentro' }).click();
      await state.getByText(`INT-000${held}-B`).waitFor();
      await page.getByRole('link', { name: 'Giulia Maieron' }).waitFor();
    });
  }

  it('a plan is made, priced anew from a date, and taken off sale', async () => {
    const { page, open, isAccessible } = await place.operator();
    const dialog = page.getByRole('dialog');
    await open('/plans');
    await isAccessible();
    await page.getByRole('button', { name: 'Nuovo piano' }).click();
    await dialog.getByLabel('Nome').fill('Internet Malga');
    await dialog.getByLabel('Codice').fill('MALGA');
    await dialog.getByLabel('Prezzo', { exact: true }).fill('24,90');
    await isAccessible();
    await dialog.getByRole('button', { name: 'Crea il piano' }).click();
    await page.waitForURL(/\/plans\/\d+$/);
    await page.getByText('24,90 € IVA inclusa').waitFor();
    await isAccessible();
    await page.getByRole('button', { name: 'Nuovo prezzo' }).click();
    await dialog.getByLabel('Prezzo', { exact: true }).fill('26,5');
    await dialog.getByRole('button', { name: 'Aggiungi il prezzo' }).click();
    await page.getByText('26,50 € IVA inclusa').waitFor();
    await page.getByText('da venire').waitFor();
    await page.getByRole('button', { name: 'Modifica' }).click();
    await dialog.getByLabel('In vendita').uncheck();
    await dialog.getByRole('button', { name: 'Salva' }).click();
    await page.getByText('non più in vendita').waitFor();
  });

  it('fits on a phone', async () => {
    const { page, open, isAccessible } = await place.operator(PHONE);
    for (const path of [
      '/contracts',
      '/contracts/1',
      '/contracts/21',
      '/contracts/new',
      '/plans',
      '/plans/1',
    ]) {
      await open(path);
      await isAccessible();
      const width = await page.evaluate('document.documentElement.scrollWidth');
      assert.ok(Number(width) <= 390, `${path} is ${String(width)} px wide`);
    }
    await open('/contracts/3');
    await page.getByRole('button', { name: 'Cessa' }).click();
    await page.getByRole('dialog').getByText('Cosa succede').waitFor();
    await isAccessible();
  });
});
