import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onDemo, PHONE, TODAY } from './browser.ts';

onDemo('price changes', (place) => {
  it('a price change is previewed and announced; one customer withdraws, one is left out', async () => {
    const { page, open, isAccessible } = await place.operator();
    const dialog = page.getByRole('dialog');
    const row = (code: string) => page.getByRole('row').filter({ hasText: code });
    await open('/price-changes');
    await isAccessible();
    await page.getByRole('link', { name: 'Nuova modifica di prezzo' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Nuova modifica di prezzo' }).waitFor();
    const plan = page.getByRole('combobox', { name: 'Piano', exact: true });
    await plan.click();
    await plan.fill('Internet Casa 30 Mega');
    await page.getByRole('option', { name: 'Internet Casa 30 Mega' }).first().click();
    await page.getByLabel('Nuovo prezzo').fill('24,90');
    await page.getByLabel('Motivo').fill('Costi della rete');

    // Too early is said at its field, with the first day that is possible.
    const announce = page.getByRole('button', { name: 'Annuncia' });
    await page.getByLabel('Vale dal').fill('2026-11-30');
    await page.getByText('il prezzo può valere dal').waitFor();
    assert.ok(await announce.isDisabled());
    await page.getByLabel('Vale dal').fill('2027-02-01');
    await page.getByText('il prezzo può valere dal').waitFor({ state: 'detached' });
    const codes = page.getByRole('listitem').getByRole('link', { name: /^INT-/ });
    // The list may be asked for once more while it is read: each name is waited for.
    const leaves = await codes.nth(0).innerText();
    const stays = await codes.nth(1).innerText();
    assert.match(`${leaves} ${stays}`, /^INT-\S+ INT-\S+$/);
    await isAccessible();
    await announce.click();
    await dialog.getByText('ricevono subito la comunicazione').waitFor();
    await dialog.getByRole('button', { name: 'Annuncia' }).click();
    await page.waitForURL(/\/price-changes\/\d+$/);
    await page.getByRole('heading', { level: 1, name: 'Internet Casa 30 Mega' }).waitFor();
    await row(leaves).getByText('In attesa').waitFor();
    await isAccessible();

    await row(leaves).getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Recede' }).click();
    await dialog.getByText('senza penali').waitFor();
    await isAccessible();
    await dialog.getByRole('button', { name: 'Recede' }).click();
    await row(leaves).getByText('Receduto').waitFor();
    await row(stays).getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Escludi' }).click();
    await dialog.getByLabel('Perché').fill('Prezzo promesso per due anni');
    await dialog.getByRole('button', { name: 'Escludi' }).click();
    await row(stays).getByText('Prezzo promesso per due anni').waitFor();
    await row(stays).getByText('Escluso').waitFor();

    await row(leaves).getByRole('link', { name: leaves }).click();
    await page.getByRole('heading', { level: 1 }).getByText('fino al 31/01/2027').waitFor();
    await open('/price-changes');
    await page.getByRole('link', { name: 'Internet Casa 30 Mega' }).first().waitFor();

    const phone = await place.operator(PHONE);
    await phone.open('/price-changes/1');
    await phone.page.getByText('Receduto').first().waitFor();
    await phone.isAccessible();
    const width = await phone.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= PHONE.viewport.width, `it is ${width} px wide`);
  });

  it('something is charged once; a consumer withdraws within 14 days, a company is not asked', async () => {
    const { page, open, isAccessible } = await place.operator();
    const dialog = page.getByRole('dialog');
    const more = page.getByRole('button', { name: 'Altro' });
    const customers: { json: { items: { code: string; kind: string }[] } } = await place.api(
      'GET',
      '/customers?limit=200',
    );
    const contractOf = async (kind: string): Promise<number> => {
      const customer = customers.json.items.find((one) => one.kind === kind)!.code;
      const body = { code: `E2E-${kind}`, customer, startOn: TODAY, items: [{ plan: 'CASA-30' }] };
      const made: { json: { id: number } } = await place.api('POST', '/contracts', body);
      await place.api('POST', `/contracts/${made.json.id}/activate`, { on: TODAY });
      return made.json.id;
    };
    await open(`/contracts/${await contractOf('company')}`);
    await more.click();
    await page.getByText('Subentro', { exact: true }).waitFor();
    assert.equal(await page.getByText('Recesso entro 14 giorni').count(), 0);

    await open(`/contracts/${await contractOf('private')}`);
    await more.click();
    await page.getByText('Addebito una tantum', { exact: true }).click();
    await dialog.getByLabel('Cosa').fill('Uscita del tecnico');
    await dialog.getByLabel('Importo').fill('60,005');
    await dialog.getByText('Non è un importo').waitFor();
    await dialog.getByLabel('Importo').fill('60,00');
    await isAccessible();
    await dialog.getByRole('button', { name: 'Addebita' }).click();
    await page.getByRole('row').filter({ hasText: 'Uscita del tecnico' }).getByText('60,00').waitFor();

    await more.click();
    await page.getByText('Recesso entro 14 giorni').click();
    await dialog.getByText('Paga solo i giorni usati').waitFor();
    await dialog.getByText('· un giorno').waitFor();
    await isAccessible();
    await dialog.getByRole('button', { name: 'Registra il recesso' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Recesso del', { exact: true }).waitFor();
    await page.getByText('Ultimo giorno', { exact: true }).waitFor();
  });
});
