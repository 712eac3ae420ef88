import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'playwright-core';
import { onDemo, PHONE, type Place, type Seat } from './browser.ts';

type Customer = { readonly id: number; readonly version: number; readonly notes: string | null };
type Items = { readonly items: readonly { readonly id: number; readonly code: string }[] };

const WRONG = 'RSSMRA80A01H502U';
const RIGHT = 'RSSMRA80A01H501U';

async function idOf(place: Place, what: 'customers' | 'sites', code: string): Promise<number> {
  const { json } = await place.api('GET', `/${what}?code=${code}`);
  return (json as Items).items[0]!.id;
}
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

async function fits({ page }: Seat): Promise<void> {
  const width = await page.evaluate('document.documentElement.scrollWidth');
  assert.ok(Number(width) <= 390, `${page.url()} is ${String(width)} px wide`);
}

/** Two operators have the same customer open: the first saves, then the second. */
async function collide(id: number, anna: Seat, bruno: Seat): Promise<void> {
  await Promise.all([anna, bruno].map((one) => one.open(`/customers/${id}/edit`)));
  await Promise.all([anna, bruno].map((one) => field(one.page, 'CAP *').waitFor()));
  await field(anna.page, 'Via o piazza *').fill('Via di Anna');
  await field(anna.page, 'Numero civico').fill('1');
  await button(anna.page, 'Salva').click();
  await anna.page.getByText('Modifiche salvate').waitFor();

  bruno.expect(/409/);
  await field(bruno.page, 'Via o piazza *').fill('Via di Bruno');
  await field(bruno.page, 'Note interne').fill('Chiamare dopo le 18');
  await button(bruno.page, 'Salva').click();
  const dialog = bruno.page.getByRole('dialog', { name: 'Modificato anche da altri' });
  await dialog.getByText('Suo: Via di Anna').waitFor();
  await bruno.isAccessible();
  assert.ok(await dialog.getByRole('button', { name: 'Salva così' }).isDisabled());
  assert.equal(await dialog.getByRole('radiogroup').count(), 1, 'only what both changed');
  if (bruno.page.viewportSize()!.width <= 390) await fits(bruno);
  await dialog.getByText('Mio: Via di Bruno').click();
  await dialog.getByRole('button', { name: 'Salva così' }).click();
  await bruno.page.getByText('Salvato insieme alle modifiche di un altro operatore').waitFor();
  await bruno.page.getByText('Via di Bruno 1,').waitFor();
  await bruno.page.getByText('Chiamare dopo le 18').waitFor();
}

onDemo('customers and sites', (place) => {
  let atDesk: Promise<Seat> | undefined;
  const desk = (): Promise<Seat> => (atDesk ??= place.operator());
  let withPhone: Promise<Seat> | undefined;
  const phone = (): Promise<Seat> => (withPhone ??= place.operator(PHONE));

  it('a new customer is checked as it is typed, and nothing is lost', async () => {
    const { page, open, isAccessible } = await desk();
    await open('/customers');
    await isAccessible();
    await page.getByRole('link', { name: 'Nuovo cliente' }).click();
    await heading(page, 'Nuovo cliente').waitFor();
    await isAccessible();
    await field(page, 'Nome *').fill('Mario');
    await field(page, 'Cognome *').fill('Rossi');
    const taxCode = field(page, 'Codice fiscale *');
    await taxCode.fill('RSSMRA80');
    assert.equal(await page.getByText('Non è completo.').count(), 0, 'he is still typing');
    await taxCode.fill(WRONG);
    await page.getByText('c’è un errore di battitura').waitFor();
    await button(page, 'Crea il cliente').click();
    await page.getByText('Manca.').first().waitFor();
    await isAccessible();
    await taxCode.fill(RIGHT);
    await page.getByText('c’è un errore di battitura').waitFor({ state: 'detached' });
    await field(page, 'Via o piazza *').fill('Via Roma');
    await field(page, 'CAP *').fill('33028');
    await field(page, 'Comune *').fill('Tolmezzo');
    await field(page, 'Provincia *').fill('ud');
    await field(page, 'Telefono').fill('0433 12345');
    await button(page, 'Crea il cliente').click();
    await heading(page, 'Mario Rossi').waitFor();
    await page.getByText(RIGHT).waitFor();
    assert.equal(await page.getByRole('link', { name: '0433 12345' }).getAttribute('href'), 'tel:043312345');
    await page.getByText('Cliente registrato').waitFor();

    await open('/customers/new');
    await field(page, 'Codice fiscale *').fill(RIGHT);
    await page.getByRole('link', { name: /^Mario Rossi/ }).waitFor();
    await page.getByRole('link', { name: 'Annulla' }).click();
    await button(page, 'Lascia senza salvare').click();
    await heading(page, 'Clienti').waitFor();
  });

  it('has at hand what a telephone call needs', async () => {
    const { page, open, isAccessible } = await desk();
    const id = await idOf(place, 'customers', 'C1015');
    await open(`/customers/${id}`);
    await page.getByText('Morosità: sospeso dopo diffida').waitFor();
    await page.getByRole('link', { name: '1078/A' }).waitFor();
    await isAccessible();
    assert.equal(
      await page.getByRole('link', { name: 'Nuovo contratto' }).getAttribute('href'),
      '/contracts/new?customer=C1015',
    );

    await button(page, 'Scrivi nelle osservazioni').click();
    await field(page, 'Osservazioni fisse').fill('Richiamare lunedì');
    await button(page, 'Salva').click();
    await page.getByText('Osservazioni salvate').waitFor();
    await page.getByText('Richiamare lunedì').waitFor();
    await button(page, "Annulla l'operazione").click();
    await page.getByText('Nessuna osservazione.').waitFor();

    await button(page, 'Registra').click();
    const dialog = page.getByRole('dialog', { name: 'Registra un consenso' });
    await dialog.getByLabel('Come l’ha detto').fill('Per telefono');
    await isAccessible();
    await dialog.getByRole('button', { name: 'Registra' }).click();
    await page.getByText(', Per telefono').waitFor();
    const { json } = await place.api('GET', `/customers/${id}`);
    assert.equal((json as Customer).notes, null);
  });

  it('two operators edit one customer, and each keeps what the other did', async () => {
    await collide(await idOf(place, 'customers', 'C1001'), await desk(), await phone());
  });

  it('the same the other way round', async () => {
    await collide(await idOf(place, 'customers', 'C1002'), await phone(), await desk());
  });

  it('a change is taken back where it was made', async () => {
    const { page, open } = await desk();
    const id = await idOf(place, 'customers', 'C1003');
    await open(`/customers/${id}/edit`);
    await field(page, 'Comune *').fill('Sauris');
    await button(page, 'Salva').click();
    await page.getByText('Sauris (UD)').waitFor();
    await button(page, "Annulla l'operazione").click();
    await page.getByText('Tolmezzo (UD)').waitFor();
  });

  it('a declaration of intent is checked as it is typed, and shown', async () => {
    const seat = await phone();
    const { page, open, isAccessible } = seat;
    await open(`/customers/${await idOf(place, 'customers', 'C1052')}/edit`);
    await page.getByLabel('Ha inviato una dichiarazione d’intento').check();
    const protocol = field(page, 'Protocollo della dichiarazione *');
    await protocol.fill('0806');
    await page.getByText('Il protocollo ha 17 cifre').waitFor();
    await button(page, 'Salva').click();
    await page.getByText('Manca.').first().waitFor();
    await isAccessible();
    await protocol.fill('08060120341234567 000001');
    await field(page, 'Ricevuta dall’Agenzia il *').fill('2026-01-10');
    await field(page, 'Vale dal *').fill('2026-01-15');
    await field(page, 'Vale fino al *').fill('2026-12-31');
    await field(page, 'Plafond in euro').fill('50.000,00');
    await isAccessible();
    await fits(seat);
    await button(page, 'Salva').click();
    await page.getByText('08060120341234567-000001, dal 15/01/2026 al 31/12/2026').waitFor();
  });

  it('sites are a tree that grows, changes and shrinks', async () => {
    const { page, open, isAccessible, expect } = await desk();
    await open('/sites');
    await button(page, 'Apri Monte Strabut').click();
    await page.getByRole('link', { name: 'Monte Zoncolan' }).waitFor();
    await isAccessible();
    await page.getByRole('link', { name: 'Monte Strabut' }).click();
    await heading(page, 'Monte Strabut').waitFor();
    await isAccessible();

    await button(page, 'Nuovo sito da qui').click();
    const dialog = page.getByRole('dialog', { name: 'Nuovo sito' });
    await dialog.getByLabel('Codice *').fill('ZUGLIO');
    await dialog.getByLabel('Nome *').fill('Zuglio, pieve');
    await dialog.getByLabel('Latitudine').fill('46,4622');
    await dialog.getByLabel('Longitudine').fill('tredici');
    await dialog.getByText('Un numero di gradi').waitFor();
    await dialog.getByLabel('Longitudine').fill('13,0223');
    await isAccessible();
    await dialog.getByRole('button', { name: 'Salva' }).click();
    await heading(page, 'Zuglio, pieve').waitFor();
    await page.getByText('46,4622 / 13,0223').waitFor();

    await button(page, 'Modifica').click();
    await page.getByRole('dialog').getByLabel('Nome *').fill('Zuglio, campanile');
    await page.getByRole('dialog').getByRole('button', { name: 'Salva' }).click();
    await heading(page, 'Zuglio, campanile').waitFor();
    await button(page, 'Elimina').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Elimina' }).click();
    await heading(page, 'Monte Strabut').waitFor();

    expect(/409/);
    await button(page, 'Elimina').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Elimina' }).click();
    await page.getByText('Al sito sono legati altri siti o contratti').waitFor();
  });

  it('fits on a phone', async () => {
    const seat = await phone();
    const [customer, site] = await Promise.all([
      idOf(place, 'customers', 'C1050'),
      idOf(place, 'sites', 'PALUZZA'),
    ]);
    const paths = [`/customers/${customer}`, `/customers/${customer}/edit`, '/customers/new', '/sites'];
    for (const path of [...paths, `/sites/${site}`]) {
      await seat.open(path);
      await seat.isAccessible();
      await fits(seat);
    }
  });
});
