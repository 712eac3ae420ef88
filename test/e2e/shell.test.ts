import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onDemoCommand, PHONE } from './browser.ts';

onDemoCommand('the shell', (place) => {
  it('asks who is there, and leads to where one wanted to go', async () => {
    const { page, isAccessible, expect } = await place.stranger();
    await page.goto('/account');
    await page.waitForURL(/\/login\?to=/);
    await isAccessible();
    expect(/401/);
    await page.locator('input:focus').waitFor();
    await page.getByLabel('Indirizzo e-mail').fill('demo@example.it');
    await page.getByLabel('Password', { exact: true }).fill('non è questa');
    await page.getByRole('button', { name: 'Entra' }).click();
    await page.getByText('E-mail o password non corrispondono.').waitFor();
  });

  it('shows no page that there is not, and says so', async () => {
    const { open, page } = await place.operator();
    await open('/nulla/qui');
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Pagina inesistente');
    assert.equal((await fetch(`${place.url}/Api/customers`)).status, 404);
    assert.equal((await fetch(`${place.url}/api/nothing`)).status, 404);
  });

  it('has the same at hand by keyboard', async () => {
    const { page, open, isAccessible } = await place.operator();
    await open('/');
    await isAccessible();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('profilo');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByText('Cerca ovunque').first().waitFor();
    await page.getByRole('button', { name: 'Chiudi' }).click();
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.waitForURL('**/customers');
  });

  it('speaks English, too, and keeps to it', async () => {
    const { page, open } = await place.operator();
    await open('/');
    await page.getByRole('button', { name: 'Il mio profilo' }).click();
    await page.getByText('English').click();
    await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  });

  it('fits on a phone', async () => {
    const { page, open, isAccessible } = await place.operator(PHONE);
    await open('/');
    await isAccessible();
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('link', { name: 'Clienti' }).click();
    await page.waitForURL('**/customers');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 390, `${width} px wide`);
  });
});
