import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { it } from 'node:test';
import type { Page } from 'playwright-core';
import { onDemo, PHONE, type Place } from './browser.ts';
import { hire } from './hire.ts';

type Open = {
  readonly documentId: number;
  readonly numberText: string;
  readonly customerId: number;
  readonly customerCode: string;
  readonly customerName: string;
  readonly open: number;
};
type Entry = { readonly cents: number; readonly payer: string; readonly text: string };

/** Customers with one open invoice each, and a name and an amount that no other of them has. */
async function debtors({ api }: Place, count: number): Promise<Open[]> {
  const { json } = await api('GET', '/customers?limit=100');
  const found: Open[] = [];
  for (const { id } of (json as { items: { id: number }[] }).items) {
    const answer = await api('GET', `/plugins/bank-statement/open-documents?customerId=${id}`);
    const [first, ...others] = (answer.json as { items: Open[] }).items;
    if (!first || others.length > 0) continue;
    const isOther = (one: Open): boolean =>
      one.customerName !== first.customerName && one.open !== first.open;
    if (first.customerName.split(' ').length === 2 && found.every(isOther)) found.push(first);
    if (found.length === count) return found;
  }
  throw new Error(`the demo has only ${found.length} customers with one open invoice`);
}

const euros = (cents: number): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

/** A statement as CBI has them. */
function statementOf(id: string, entries: readonly Entry[]): Buffer {
  const sum = entries.reduce((all, { cents }) => all + cents, 0);
  const balance = (code: string, cents: number): string =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${euros(cents)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-23</Dt></Dt></Bal>`;
  const lines = entries.map(
    ({ cents, payer, text }, index) =>
      `<Ntry><NtryRef>${index + 1}</NtryRef><Amt Ccy="EUR">${euros(cents)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-23</Dt></BookgDt><ValDt><Dt>2026-11-23</Dt></ValDt><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>${payer}</Nm></Dbtr></RltdPties><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
  );
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><CBIDlyStmtReqLogMsg xmlns="urn:CBI:xsd:CBIDlyStmtReqLogMsg.00.01.02"><Stmt><Id>${id}</Id><Acct><Id><IBAN>IT60X0542811101000000123456</IBAN></Id><Ccy>EUR</Ccy></Acct>${balance('OPBD', 100_000)}${balance('CLBD', 100_000 + sum)}${lines.join('')}</Stmt></CBIDlyStmtReqLogMsg>`,
  );
}

const choose = (page: Page, name: string, buffer: Buffer): Promise<void> =>
  page
    .getByLabel('File della banca', { exact: true })
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
const lineOf = (page: Page, payer: string) => page.getByRole('article', { name: payer });

async function fits(page: Page): Promise<void> {
  const [wide, shown] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  assert.ok(wide! <= shown!, `${wide} of ${shown} pixels`);
}

onDemo('bank statements', (place) => {
  it('are imported after a look, and what is not sure is matched by hand, undone, put aside', async () => {
    const [sure, alike, looked] = (await debtors(place, 3)) as [Open, Open, Open];
    const bytes = statementOf('E2E-1', [
      { cents: sure.open, payer: sure.customerName, text: `Saldo fattura ${sure.numberText}` },
      { cents: alike.open, payer: alike.customerName.toUpperCase(), text: 'canone internet' },
      { cents: looked.open + 500, payer: 'Zia Sconosciuta', text: 'per mio nipote' },
      { cents: 12_300, payer: 'Affittuario Qualunque', text: 'affitto' },
    ]);
    const { page, open, isAccessible } = await place.operator();
    await open('/p/bank-statement');
    await page.getByText('Tutto abbinato.').waitFor();
    await isAccessible();
    await page.getByRole('link', { name: 'Importa un file' }).click();
    await page.getByRole('heading', { level: 1, name: 'Importa un estratto conto' }).waitFor();
    await choose(page, 'novembre.xml', bytes);
    await page.getByRole('button', { name: 'Controlla' }).click();
    await page.getByText(`Registrato da solo: ${sure.customerName}, ${sure.numberText}`).waitFor();
    await page.getByText('IT60X0542811101000000123456').waitFor();
    await isAccessible();
    await page.getByRole('button', { name: 'Importa', exact: true }).click();
    await page.getByText('Importato: 4 movimenti nuovi, 0 già presenti, 1 registrati da soli.').waitFor();
    await page.getByRole('link', { name: 'Vai ai movimenti da abbinare' }).click();

    // The first by its suggestion.
    await page.getByText('3 movimenti aspettano').waitFor();
    await isAccessible();
    const first = lineOf(page, alike.customerName.toUpperCase());
    await first.getByText(`Il nome somiglia a ${alike.customerName}`).waitFor();
    await first.getByRole('button', { name: `su ${alike.customerName}: ${alike.numberText}` }).click();
    await first.getByText('Registrato da demo@example.it').waitFor();
    await page.getByText('2 movimenti aspettano').waitFor();

    // The second by a search of the invoice; what is too much stays credit.
    const second = lineOf(page, 'Zia Sconosciuta');
    await second.getByText('Nessun suggerimento').waitFor();
    await second.getByRole('button', { name: 'Cerca altro per Zia Sconosciuta' }).click();
    await second.getByLabel('Numero di fattura o cliente').fill(looked.numberText);
    await second.getByRole('button', { name: 'Cerca', exact: true }).click();
    await second.getByLabel(`Importo per ${looked.numberText}`).waitFor();
    await isAccessible();
    await second.getByRole('button', { name: 'Aggiungi questo cliente' }).click();
    await second.getByRole('button', { name: 'Registra il movimento' }).click();
    await second.getByText('Registrato da demo@example.it').waitFor();
    await second.getByText(looked.numberText).waitFor();

    // The third is none of ours.
    const third = lineOf(page, 'Affittuario Qualunque');
    await third.getByRole('button', { name: 'Accantona Affittuario Qualunque' }).click();
    await third.getByLabel('Perché non va registrato').fill('affitto del ripetitore');
    await third.getByRole('button', { name: 'Accantona', exact: true }).click();
    await third.getByText('affitto del ripetitore').waitFor();
    await page.getByText('Nessun movimento aspetta').waitFor();

    // Undone where it stands.
    await first.getByRole('button', { name: 'Annulla quanto fatto' }).click();
    await first.getByText(`Il nome somiglia a ${alike.customerName}`).waitFor();
    await page.getByText('Un movimento aspetta').waitFor();

    for (const { customerId, open: left } of [{ ...sure, open: 0 }, alike, { ...looked, open: 0 }]) {
      const { json } = await place.api(
        'GET',
        `/plugins/bank-statement/open-documents?customerId=${customerId}`,
      );
      const items = (json as { items: Open[] }).items;
      assert.equal(
        items.reduce((sum, one) => sum + one.open, 0),
        left,
      );
    }
  });

  it('are refused when they were imported before, or do not add up, saying why', async () => {
    const { page, open, expect } = await place.operator();
    expect(/409|422/);
    await open('/p/bank-statement/import');
    const bytes = statementOf('E2E-2', [{ cents: 100, payer: 'Uno Qualsiasi', text: 'prova' }]);
    await choose(page, 'una.xml', Buffer.from(bytes.toString().replace('1001.00', '1001.01')));
    await page.getByRole('button', { name: 'Controlla' }).click();
    await page.getByText('I totali del file non tornano.').waitFor();
    await page.getByText(/make 1001\.00, and the closing balance is 1001\.01/).waitFor();
    await choose(page, 'una.xml', bytes);
    await page.getByRole('button', { name: 'Controlla' }).click();
    await page.getByRole('button', { name: 'Importa', exact: true }).click();
    await page.getByText('Importato: 1 movimenti nuovi').waitFor();
    await choose(page, 'di nuovo.xml', bytes);
    await page.getByRole('button', { name: 'Controlla' }).click();
    await page.getByText('Questo file è già stato importato.').waitFor();
    await page.getByText(/imported on 24\/11\/2026 as "una\.xml"/).waitFor();
    await open('/p/bank-statement/files');
    await page.getByRole('heading', { name: 'una.xml' }).waitFor();
  });

  it('of a bank with columns of its own are read by a mapping', async () => {
    const { page, open, isAccessible } = await place.operator();
    await open('/p/bank-statement/mappings');
    await page.getByLabel('Nome, per esempio la banca').fill('Banca di Prova');
    await page.getByLabel('IBAN del conto').fill('IT60X0542811101000000123456');
    await page.getByLabel('Data contabile').fill('Data');
    await page.getByLabel('Importo (una colonna sola)').fill('2');
    await page.getByLabel('Descrizione (più colonne').fill('Causale;Note');
    await page.getByLabel('Ordinante', { exact: true }).fill('Da chi');
    await page.getByRole('button', { name: 'Salva' }).click();
    await page.getByText('Salvata.').waitFor();
    await page.locator('.v-progress-circular').waitFor({ state: 'detached' });
    await isAccessible();
    await open('/p/bank-statement/import');
    const csv = 'Data;Importo;Causale;Note;Da chi\n23/11/2026;1.234,50;acconto;lavori;Tizio Caio\n';
    await choose(page, 'movimenti.csv', Buffer.from(csv));
    await page.getByLabel('Colonne (solo CSV e Excel)').click({ force: true });
    await page.getByRole('option', { name: 'Banca di Prova' }).click();
    await page.getByRole('button', { name: 'Controlla' }).click();
    await page.getByText('acconto | lavori').waitFor();
    await page.getByText('1.234,50 €').first().waitFor();
  });

  it('fit on a phone, and offer nothing to who may only look', async () => {
    await place.api('POST', '/plugins/bank-statement/match');
    const login = await hire(place, { name: 'Carla', permissions: ['bank-statement.read'] });
    const { page, open, isAccessible } = await place.operator({ ...PHONE, login });
    await open('/p/bank-statement');
    await page.getByText(/aspetta|aspettano/).waitFor();
    await page.getByRole('article').first().waitFor();
    assert.equal(await page.getByRole('button', { name: /Registra|Accantona|Annulla/ }).count(), 0);
    await isAccessible();
    await fits(page);
    const boss = await place.operator(PHONE);
    for (const path of [
      '/p/bank-statement',
      '/p/bank-statement/import',
      '/p/bank-statement/files',
      '/p/bank-statement/mappings',
    ]) {
      await boss.open(path);
      await boss.isAccessible();
      await fits(boss.page);
    }
  });
});
