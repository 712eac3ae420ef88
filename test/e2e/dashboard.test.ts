import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { type Login, onDemo, onEmpty, PHONE, type Seat, SIZES } from './browser.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/import/', import.meta.url));

async function fits({ page }: Seat): Promise<void> {
  const { width } = page.viewportSize()!;
  const scrolled = await page.locator('html').evaluate((html) => html.scrollWidth);
  assert.ok(scrolled <= width, `${page.url()} is ${scrolled} px wide`);
}

async function choose(page: Page, field: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: field }).click({ force: true });
  await page.getByRole('option', { name: option }).click();
}

onDemo('the dashboard', (place) => {
  /** Whom somebody else has made has to choose his password first. */
  async function changePassword(login: Login, next: string): Promise<void> {
    const post = (path: string, body: object, token?: string): Promise<Response> =>
      fetch(`${place.url}/api${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(body),
      });
    const { token } = (await (await post('/session', { ...login, token: true })).json()) as { token: string };
    const changed = await post('/session/password', { old: login.password, new: next }, token);
    assert.ok(changed.ok, await changed.text());
  }

  for (const { where, size } of SIZES) {
    it(`says how it stands, and each number opens what is behind it ${where}`, async () => {
      const seat = await place.operator(size);
      const { page, open, isAccessible } = seat;
      await open('/');
      const { json } = await place.api('GET', '/dashboard');
      const { turnover, contracts, today } = json as {
        today: string;
        turnover: { thisMonth: { invoices: number; from: string; to: string } };
        contracts: { active: number; parked: number };
      };
      await isAccessible();
      const { invoices, from, to } = turnover.thisMonth;
      const links: [name: RegExp, address: string][] = [
        [new RegExp(`^${invoices} fatture`), `/documents?kind=invoice&date.gte=${from}&date.lte=${to}`],
        [/imponibile$/, `/documents?date.gte=${from}&date.lte=${to}`],
        [/fino a oggi$/, `/contracts?nextDue.lte=${today}`],
        [new RegExp(`^${contracts.parked} contratt[oi] ferm[oi]`), '/parked'],
        [new RegExp(`^${contracts.active} attiv`), '/contracts?state=active'],
        [/non riuscit[ae]$/, '/outbox?state=dead'],
        [/in ritardo$/, '/jobs'],
      ];
      for (const [name, address] of links) {
        await page.getByRole('main').getByRole('link', { name }).click();
        await page.waitForURL((url) => url.pathname + decodeURIComponent(url.search) === address);
        await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
        await page.goBack();
        await page.getByRole('heading', { level: 1, name: 'Cruscotto' }).waitFor();
      }
    });

    it(`counts as many contracts to be billed as the list has ${where}`, async () => {
      const { page, open } = await place.operator(size);
      await open('/');
      const { contracts } = (await place.api('GET', '/dashboard')).json as {
        contracts: { dueSoon: { count: number } };
      };
      await page.getByRole('link', { name: /nei prossimi 7 giorni$/ }).click();
      const listed = page.getByRole('main').getByRole('link', { name: /^INT-/ });
      await listed.nth(contracts.dueSoon.count - 1).waitFor();
      assert.equal(await listed.count(), contracts.dueSoon.count);
    });
  }

  it('fits on a phone, as the import does', async () => {
    const seat = await place.operator(PHONE);
    for (const path of ['/', '/import', '/import?kind=customers', '/welcome?step=series']) {
      await seat.open(path);
      await seat.isAccessible();
      await fits(seat);
    }
  });

  it('shows to each what he may see', async () => {
    const group = await place.api('POST', '/groups', { name: 'Clienti', permissions: ['customers.read'] });
    const email = 'bruno@example.it';
    const first = 'la prima volta che entra';
    const groups = [(group.json as { id: number }).id];
    const made = await place.api('POST', '/operators', { email, name: 'Bruno', groups, password: first });
    assert.equal(made.status, 201);
    const login = { email, password: 'quella che sceglie da sé' };
    await changePassword({ email, password: first }, login.password);
    const { page, open, isAccessible } = await place.operator({ login });
    await open('/');
    await page.getByText('Il tuo gruppo non vede cifre qui').waitFor();
    await isAccessible();
  });
});

onEmpty('the first start', (place) => {
  it('leads from the token on the console to a dashboard', async () => {
    const seat = await place.stranger();
    const { page, isAccessible, expect } = seat;
    await page.goto('/setup');
    await page.getByLabel('Codice di primo avvio', { exact: true }).fill(place.setupToken);
    await page.getByLabel('Nome e cognome', { exact: true }).fill('Anna Prova');
    await page.getByLabel('Indirizzo e-mail', { exact: true }).fill(place.login.email);
    await page.getByLabel('Password', { exact: true }).fill(place.login.password);
    await page.getByRole('button', { name: 'Crea e continua' }).click();
    await page.getByRole('heading', { name: 'Chi emette le fatture' }).waitFor();
    await isAccessible();

    const go = page.getByRole('button', { name: 'Salva e continua' });
    await go.click();
    await page.getByText('La partita IVA ha 11 cifre.').waitFor();
    await page.getByLabel('Denominazione', { exact: true }).fill('Rete di Prova S.r.l.');
    await page.getByLabel('Partita IVA', { exact: true }).fill('01234567890');
    await page.getByLabel('Via o piazza', { exact: true }).fill('Via delle Antenne');
    await page.getByLabel('Numero civico', { exact: true }).fill('1');
    await page.getByLabel('CAP', { exact: true }).fill('33100');
    await page.getByLabel('Comune', { exact: true }).fill('Udine');
    await page.getByLabel('Provincia', { exact: true }).fill('ud');
    await page.getByLabel('E-mail', { exact: true }).fill('fatture@example.it');
    await page.getByLabel('Provincia dell’ufficio', { exact: true }).fill('UD');
    await page.getByLabel('Numero REA', { exact: true }).fill('123456');
    await page.getByLabel('Capitale sociale', { exact: true }).fill('10.000,00');
    expect(/422/);
    await go.click();
    await page.locator('.v-messages').getByText('Partita IVA non valida: controlla le cifre.').waitFor();
    await page.getByLabel('Partita IVA', { exact: true }).fill('01234567897');
    await go.click();

    await page.getByRole('heading', { name: 'Come si numerano' }).waitFor();
    await page.getByLabel('Quest’anno ho già emesso').check();
    const next = page.getByLabel('Prossimo numero A');
    await next.fill('1204');
    await isAccessible();
    await go.click();

    await page.getByRole('heading', { name: 'Come partono le e-mail' }).waitFor();
    await page.getByLabel('server di posta (SMTP)').check();
    await page.getByLabel('Server di posta', { exact: true }).fill('smtp.example.it');
    await page.getByLabel('Utente', { exact: true }).fill('fatture');
    await page.getByLabel('Password', { exact: true }).fill('segreta di prova');
    await isAccessible();
    await go.click();

    await page.getByRole('heading', { name: 'Da dove si comincia' }).waitFor();
    await isAccessible();
    await page.getByRole('link', { name: 'Vai al cruscotto' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cruscotto' }).waitFor();
    await page.getByText('imponibile').waitFor();

    const issuer = (await place.api('GET', '/issuer')).json as {
      taxCode: string;
      rea: { shareCapital: number };
      series: { code: string; next: number }[];
    };
    assert.deepEqual([issuer.taxCode, issuer.rea.shareCapital], ['01234567897', 1_000_000]);
    assert.equal(issuer.series.find((one) => one.code === 'A')?.next, 1204);
    const { items } = (await place.api('GET', '/plugins')).json as { items: { id: string; state: string }[] };
    const states = new Map(items.map(({ id, state }) => [id, state]));
    assert.deepEqual([states.get('mail-smtp'), states.get('mail-folder')], ['enabled', 'disabled']);
  });

  it('imports each kind from the file that it gives to begin with', async () => {
    const { page, open } = await place.operator();
    for (const kind of ['sites', 'plans', 'customers', 'contracts', 'documents']) {
      await open(`/import?kind=${kind}`);
      const [sample] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Scarica un file di esempio' }).click(),
      ]);
      await page.locator('input[type=file]').setInputFiles(await sample.path());
      await page.getByRole('button', { name: 'Importa', exact: true }).click();
      const result = page.getByRole('region', { name: /importato$/ });
      await result.waitFor();
      assert.match(await result.innerText(), /Importate\s+2[^]*Rifiutate\s+0/, kind);
    }
  });

  it('tries a file out, imports its good rows, and gives the others back', async () => {
    const seat = await place.operator();
    const { page, open, isAccessible } = seat;
    await open('/import');
    await choose(page, 'Che cosa importi', /Clienti/);
    const buffer = Buffer.concat([
      await readFile(`${EXAMPLE}customers.csv`),
      Buffer.from('C9999;private;;Mario;Rossi;SBAGLIATO;;;;;Via Roma;7;33010;Tavagnacco;UD\n'),
    ]);
    const rows = buffer.toString().trim().split('\n').length - 1;
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'clienti.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Prova senza salvare' }).click();
    await page.getByRole('heading', { name: 'clienti.csv: prova, senza salvare' }).waitFor();
    await page.getByRole('button', { name: 'Importa', exact: true }).click();
    const result = page.getByRole('region', { name: 'clienti.csv: importato' });
    await result.waitFor();
    assert.match(await result.innerText(), new RegExp(`Importate\\s+${rows - 1}[^]*Rifiutate\\s+1`));
    await result.getByRole('cell', { name: 'tax_code' }).waitFor();
    await isAccessible();
    const [list] = await Promise.all([
      page.waitForEvent('download'),
      result.getByRole('button', { name: 'Scarica l’elenco' }).click(),
    ]);
    assert.equal(list.suggestedFilename(), 'clienti-rifiutate.csv');
    assert.match(await readFile(await list.path(), 'utf8'), /Riga;Colonna;Perché;Codice\r\n\d+;tax_code;/);
  });

  it('can be gone through again, and on a phone', async () => {
    const seat = await place.operator(PHONE);
    const { page, open, isAccessible } = seat;
    await open('/welcome');
    assert.equal(
      await page.getByLabel('Denominazione', { exact: true }).inputValue(),
      'Rete di Prova S.r.l.',
    );
    for (const step of ['issuer', 'series', 'mail', 'data']) {
      await open(`/welcome?step=${step}`);
      await isAccessible();
      await fits(seat);
    }
    await open('/welcome?step=mail');
    assert.equal(await page.getByLabel('Server di posta', { exact: true }).inputValue(), 'smtp.example.it');
    await page.getByLabel('in una cartella').check();
    await page.getByRole('button', { name: 'Salva e continua' }).click();
    await page.getByRole('heading', { name: 'Da dove si comincia' }).waitFor();
  });
});
