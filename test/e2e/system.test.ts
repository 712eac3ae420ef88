import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import type { Page } from 'playwright-core';
import { onDemo, PHONE, type Seat } from './browser.ts';

const FIRST = 'quattro gatti sul tetto verde';
const SECOND = 'cinque gatti sotto il ponte';

/** Refuses whatever is told to it, and has a setting of every kind. */
const PLUGIN = {
  'package.json': JSON.stringify({
    name: 'refuser',
    version: '1.0.0',
    type: 'module',
    exports: { '.': './index.js', './manifest': './manifest.js' },
  }),
  'manifest.js': `import { defineManifest, Type } from '@traliccio/sdk';
    export default defineManifest({
      id: 'refuser', version: '1.0.0', sdk: '^1.0.0', edition: 'BASIC',
      label: { it: 'Rifiuta', en: 'Refuses' },
      description: { it: 'Rifiuta ogni documento.', en: 'Refuses each document.' },
      settings: Type.Object({
        times: Type.Integer({ default: 4, maximum: 9, multipleOf: 2, title: 'Volte / Times' }),
        way: Type.String({ default: 'no', enum: ['no', 'mai'], title: 'Modo / Way' }),
        token: Type.String({ default: '', format: 'secret', title: 'Gettone / Token' }),
        words: Type.Array(Type.String({ maxLength: 5 }), { default: [], title: 'Parole / Words' }),
        at: Type.Object({ host: Type.String({ default: '', maxLength: 9, title: 'Server' }) },
          { default: {}, title: 'Dove / Where' }),
      }),
    });`,
  'index.js': `import { definePlugin, Refused } from '@traliccio/sdk';
    import manifest from './manifest.js';
    export default definePlugin(manifest, {
      setup(ctx) {
        ctx.events.on('document.issued', { whileDisabled: 'keep' }, () => {
          throw new Refused('refuser.no', 'questo documento non lo voglio');
        });
      },
    });`,
};

onDemo('administration', (place) => {
  let folder: string;
  let seat: Seat;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'traliccio-refuser-'));
    for (const [name, text] of Object.entries(PLUGIN)) await writeFile(join(folder, name), text);
    const { status, json } = await place.api('POST', '/plugins', { folder });
    assert.equal(status, 201, JSON.stringify(json));
    seat = await place.operator();
    // What is typed wrong here, the server refuses.
    seat.expect(/400|422/);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('gives a group what it may see, and its operator nothing else', async () => {
    const { page, open, isAccessible } = seat;
    await open('/groups');
    await isAccessible();
    await page.getByRole('button', { name: 'Nuovo gruppo' }).click();
    await page.getByLabel('Nome del gruppo').fill('Sportello');
    await page.getByRole('button', { name: 'Crea il gruppo' }).click();
    await page.getByText('Gruppo Sportello creato').waitFor();
    await page.getByLabel('Sportello: Vedere i clienti').check();
    await page.getByText('un gruppo cambiato').waitFor();
    await page.getByRole('button', { name: 'Salva i permessi' }).click();
    await page.getByText('Permessi salvati').waitFor();
    await isAccessible();

    await open('/operators');
    await isAccessible();
    await page.getByRole('link', { name: 'Nuovo operatore' }).click();
    await page.getByLabel('Nome e cognome').fill('Ada Sportello');
    await page.getByLabel('Indirizzo e-mail').fill('ada@example.it');
    await page.getByLabel('Sportello').check();
    await isAccessible();
    await page.getByLabel('Prima password').fill(FIRST);
    await page.getByRole('button', { name: 'Crea l’operatore' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ada Sportello' }).waitFor();
    await page.getByText('Ora non è entrato da nessuna parte.').waitFor();
    await isAccessible();

    const ada = await place.operator({ login: { email: 'ada@example.it', password: FIRST } });
    // What she may not ask for, the shell may try.
    ada.expect(/403/);
    await ada.page.getByLabel('Password attuale').fill(FIRST);
    await ada.page.getByLabel('Password nuova', { exact: true }).fill(SECOND);
    await ada.page.getByLabel('Ancora la password nuova').fill(SECOND);
    await ada.page.getByRole('button', { name: 'Cambia la password' }).click();
    await ada.page.waitForURL('/');
    const menu = ada.page.getByRole('navigation', { name: 'Menu' });
    await menu.getByRole('link', { name: 'Clienti' }).waitFor();
    for (const name of ['Plugin', 'Gruppi', 'Azienda', 'Registro'])
      assert.equal(await menu.getByRole('link', { name, exact: true }).count(), 0, name);
    for (const path of ['/plugins', '/plugins/invoice-pdf', '/groups', '/operators/new', '/settings']) {
      await ada.open(path);
      assert.equal(await ada.page.getByRole('heading', { level: 1 }).innerText(), 'Non consentito', path);
    }

    await ada.page.close();
    await page.reload();
    await page.getByRole('button', { name: 'Termina' }).first().click();
    await page.getByText('Sessione terminata').waitFor();
    await page.getByRole('button', { name: 'Disattiva' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Disattiva' }).click();
    await page.getByRole('button', { name: 'Riattiva' }).waitFor();
  });

  it('stops a plugin and starts it again', async () => {
    const { page, open, isAccessible } = seat;
    await open('/plugins');
    await isAccessible();
    const row = page.getByRole('listitem').filter({ hasText: 'Fatture in PDF' });
    await row.getByRole('checkbox').click();
    await page.getByRole('dialog', { name: 'Spegnere Fatture in PDF?' }).waitFor();
    await isAccessible();
    await page.getByRole('button', { name: 'Annulla' }).click();
    await row.getByRole('checkbox', { checked: true }).click();
    await page.getByRole('button', { name: 'Spegni' }).click();
    await page.getByText('Fatture in PDF è spento').waitFor();
    await row.getByText('spento').waitFor();
    await row.getByRole('checkbox', { checked: false }).click();
    await page.getByText('Fatture in PDF è acceso').waitFor();
    await row.getByText('attivo').waitFor();

    await page.getByRole('button', { name: 'Passa a PRO' }).click();
    await page.getByText('Nessun plugin viene spento.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Passa a PRO' }).click();
    await page.getByRole('heading', { name: 'Edizione PRO' }).waitFor();
  });

  it('says at its field what is wrong with a setting', async () => {
    const { page, open, isAccessible } = seat;
    await open('/plugins');
    await page.getByRole('link', { name: 'Rifiuta' }).click();
    await page.getByLabel('Volte').fill('12');
    await page.getByText('Al massimo 9.', { exact: true }).waitFor();
    await isAccessible();
    await page.getByLabel('Parole').fill('sì\ntroppo lunga');
    await page.getByText('Al massimo 5 caratteri.').waitFor();
    await page.getByLabel('Parole').fill('sì\nno');
    // That it must be even only the server knows.
    await page.getByLabel('Volte').fill('7');
    await page.getByRole('button', { name: 'Salva e applica' }).click();
    const field = page.locator('.v-input', { has: page.getByLabel('Volte') });
    await field.getByText(/settings of refuser: times/).waitFor();
    assert.equal(await page.getByLabel('Volte').inputValue(), '7', 'what was typed is still there');
    await page.getByLabel('Volte').fill('6');
    await page.getByLabel('Server').fill('qui');
    await page.getByLabel('Gettone').fill('segreto');
    await page.getByRole('button', { name: 'Salva e applica' }).click();
    await page.getByText('Impostazioni salvate e in vigore').waitFor();
    await page.getByText(/È impostata dal/).waitFor();
    const { json } = await place.api('GET', '/plugins/refuser/settings');
    const { values } = json as { values: { token: { set: boolean } } };
    assert.deepEqual(
      { ...values, token: values.token.set },
      { times: 6, way: 'no', token: true, words: ['sì', 'no'], at: { host: 'qui' } },
    );
  });

  it('tries deliveries again that failed, and puts them away', async () => {
    const { json } = await place.api('GET', '/documents?limit=20');
    let credited = 0;
    for (const { id } of (json as { items: { id: number }[] }).items) {
      if (credited === 2) break;
      const body = { reason: 'prova', rebill: false };
      if ((await place.api('POST', `/documents/${id}/credit`, body)).status === 201) credited++;
    }
    assert.equal(credited, 2);
    const { page, open, isAccessible } = seat;
    await open('/plugins/refuser');
    const dead = page.getByRole('link', { name: '2', exact: true });
    await dead.or(page.getByText('Consegne non riuscite')).first().waitFor();
    await untilThereAre(2, async () => {
      const found = await place.api('GET', '/outbox?state=dead');
      return (found.json as { items: unknown[] }).items.length;
    });
    await open('/outbox?state=dead');
    await isAccessible();
    await page
      .getByRole('button', { name: /^Apri document.issued/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: /^Consegna/ });
    await dialog.getByText('questo documento non lo voglio').waitFor();
    await isAccessible();
    await dialog.getByRole('button', { name: 'Riprova' }).click();
    await page.getByText('La consegna riparte subito').waitFor();
    await untilThereAre(2, async () => {
      const found = await place.api('GET', '/outbox?state=dead');
      return (found.json as { items: unknown[] }).items.length;
    });
    await open('/outbox?state=dead');
    await page.getByLabel('Scegli tutte le righe di questa pagina').check();
    await page.getByText('2 righe scelte').waitFor();
    await page.getByRole('button', { name: 'Scarta' }).click();
    const asking = page.getByRole('dialog', { name: 'Scartare 2 consegne?' });
    assert.ok(await asking.getByRole('button', { name: 'Scarta' }).isDisabled());
    await asking.getByLabel('Motivo').fill('consegnate a mano');
    await asking.getByRole('button', { name: 'Scarta' }).click();
    const results = asking.getByRole('list', { name: 'Risultato riga per riga' });
    await results.getByText('fatta', { exact: true }).nth(1).waitFor();
    await isAccessible();
    await asking.getByRole('button', { name: 'Chiudi' }).click();
    await page.getByText('2 righe scelte').waitFor({ state: 'detached' });

    await open('/audit');
    await isAccessible();
    await page
      .getByRole('button', { name: /scartato$/ })
      .first()
      .click();
    await page.getByText('consegnate a mano').waitFor();
  });

  it('shows how a thing was before', async () => {
    const { json } = await place.api('GET', '/groups');
    const group = (json as { items: { id: number; name: string }[] }).items.find(({ id }) => id > 1)!;
    const { page, open, isAccessible } = seat;
    await open('/groups');
    await page.getByRole('button', { name: `Modifica il gruppo ${group.name}` }).click();
    await page.getByLabel('Nome del gruppo').fill('Cassa');
    await page.getByRole('button', { name: 'Rinomina' }).click();
    await page.getByRole('columnheader', { name: 'Cassa' }).waitFor();
    await open(`/audit?entity=operator_group&entityId=${group.id}`);
    await page.getByRole('button', { name: /^Apri/ }).first().click();
    await page.getByRole('row', { name: `name ${group.name} Cassa` }).waitFor();
    await isAccessible();
  });

  it('keeps the issuer, the settings and the jobs', async () => {
    const { page, open, isAccessible } = seat;
    await open('/issuer');
    await isAccessible();
    await page.getByLabel('IBAN').fill('IT00');
    await page.getByRole('button', { name: 'Salva' }).click();
    await page.locator('.v-messages').getByText(/IBAN/).waitFor();
    await page.getByLabel('IBAN').fill('IT60X0542811101000000123456');
    await page.getByLabel('Serie delle fatture alla PA').fill('PA');
    await page.getByLabel('Riaddebita l’imposta di bollo').check();
    await page.getByRole('button', { name: 'Salva' }).click();
    await page.getByText('Dati salvati').waitFor();
    await page.reload();
    assert.equal(await page.getByLabel('Serie delle fatture alla PA').inputValue(), 'PA');
    assert.ok(await page.getByLabel('Riaddebita l’imposta di bollo').isChecked());

    await open('/settings');
    await isAccessible();
    await page.getByLabel('Ora della fatturazione notturna').fill('25:00');
    await page.getByText('Non ha la forma giusta').waitFor();
    await page.getByLabel('Ora della fatturazione notturna').fill('03:30');
    await page.getByRole('button', { name: 'Salva' }).click();
    await page.getByText('Impostazioni salvate').waitFor();

    await open('/jobs');
    await isAccessible();
    const job = page.getByRole('listitem').filter({ hasText: 'Pulizia notturna' });
    await job.getByRole('button', { name: 'Esegui ora' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Esegui ora' }).click();
    await page.getByText('«Pulizia notturna» parte fra poco').waitFor();
  });

  it('fits on a phone', async () => {
    const { page, open, isAccessible } = await place.operator(PHONE);
    for (const path of ['/plugins', '/plugins/refuser', '/outbox', '/audit', '/issuer', '/settings']) {
      await open(path);
      await fits(page, path);
    }
    await open('/plugins');
    await isAccessible();
    await open('/groups');
    await page.getByLabel('Amministratori: Vedere i clienti').waitFor({ state: 'detached' });
    await page.locator('.v-select', { hasText: 'Gruppo' }).click();
    await page.getByRole('option', { name: 'Amministratori' }).click();
    await page.getByLabel('Amministratori: Vedere i clienti').waitFor();
    await isAccessible();
    await fits(page, '/groups');
  });
});

async function fits(page: Page, path: string): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 390, `${path} is ${width} px wide`);
}

/** The relay works beside the server. */
async function untilThereAre(count: number, read: () => Promise<number>): Promise<void> {
  const end = Date.now() + 15_000;
  let found: number;
  while ((found = await read()) !== count) {
    assert.ok(Date.now() < end, `${found} instead of ${count}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
