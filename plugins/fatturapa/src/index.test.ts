import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type {
  DocumentChecker,
  DocumentView,
  FilterHandler,
  FilterName,
  PluginContext,
  Tx,
} from '@traliccio/sdk';
import plugin from './index.ts';
import { COMPANY, PRIVATE, SOLE_TRADER, documentOf } from './testing/documents.ts';

const lines = [{ description: 'Canone', price: 1000 }];

describe('the plugin', () => {
  const filters = new Map<FilterName, unknown>();
  const stops: (() => void | Promise<void>)[] = [];
  const taken: { issuerId: number; name: string; count: number }[] = [];
  const checkers: DocumentChecker[] = [];
  const tx = {} as Tx;

  before(async () => {
    await plugin.setup({
      filters: { on: (name: FilterName, handler: unknown) => filters.set(name, handler) },
      onStop: (stop: () => void) => stops.push(stop),
      capabilities: { provide: (_: unknown, provider: DocumentChecker) => checkers.push(provider) },
      core: {
        counters: {
          take(_: Tx, { issuerId, name }: { issuerId: number; name: string }, count: number) {
            taken.push({ issuerId, name, count });
            return Promise.resolve(issuerId * 1000);
          },
        },
      },
    } as unknown as PluginContext);
  });
  after(async () => {
    for (const stop of stops) await stop();
  });

  const ask = <N extends FilterName>(name: N, batch: readonly DocumentView[]) =>
    (filters.get(name) as FilterHandler<'document.check'>)(batch as never, { tx, today: '2026-11-24' });

  it('checks drafts and says of which document each finding is', async () => {
    const findings = await ask('document.check', [
      documentOf({ id: 11, lines }),
      documentOf({ id: 12, number: null, lines: [{ description: '漢字', price: 1 }] }),
      documentOf({ id: 13, customer: { ...PRIVATE, address: { ...PRIVATE.address, postcode: '9' } }, lines }),
      documentOf({ id: 14, date: '2026-11-25', lines }),
      documentOf({ id: 15, customer: { ...COMPANY, vatNumber: '12345678901', taxCode: null }, lines }),
    ]);
    assert.deepEqual(
      findings.map((f) => [f.ref, f.code, f.path]),
      [
        [12, '00200', 'DettaglioLinee[1]/Descrizione'],
        [14, '00403', 'DatiGeneraliDocumento/Data'],
        [15, '00305', 'CessionarioCommittente/DatiAnagrafici/IdFiscaleIVA/IdCodice'],
        [13, '00200', 'CessionarioCommittente/Sede/CAP'],
      ],
    );
  });

  it('answers in the order of the documents, whichever part is validated first', async () => {
    const badAddress = { ...PRIVATE, address: { ...PRIVATE.address, postcode: '9' } };
    const batch = Array.from({ length: 150 }, (_, index) =>
      documentOf({ id: index + 1, lines, ...(index % 3 === 0 ? { customer: badAddress } : {}) }),
    );
    const findings = await ask('document.check', batch);
    assert.deepEqual(
      findings.map((f) => f.ref),
      batch.map((d) => d.id).filter((id) => id % 3 === 1),
    );
  });

  it('has nothing to say about nothing', async () => {
    assert.deepEqual(await ask('document.check', []), []);
    assert.deepEqual(await ask('document.artifacts', []), []);
  });

  it('makes one file a document, with one query an issuer', async () => {
    taken.length = 0;
    const artifacts = (await (filters.get('document.artifacts') as FilterHandler<'document.artifacts'>)(
      [
        documentOf({ id: 1, lines }),
        documentOf({ id: 2, issuer: SOLE_TRADER, lines }),
        documentOf({ id: 3, lines }),
      ],
      { tx, today: '2026-11-24' },
    )) satisfies readonly { bytes: Uint8Array }[];
    assert.deepEqual(taken, [
      { issuerId: 1, name: 'sdi-file', count: 2 },
      { issuerId: 2, name: 'sdi-file', count: 1 },
    ]);
    assert.deepEqual(
      artifacts.map(({ ref, kind, fileName, mediaType }) => [ref, kind, fileName, mediaType]),
      [
        [1, 'fatturapa', 'IT99999999990_000RS.xml', 'text/xml'],
        [3, 'fatturapa', 'IT99999999990_000RT.xml', 'text/xml'],
        [2, 'fatturapa', 'ITRSSMRA80A01H501U_001JK.xml', 'text/xml'],
      ],
    );
    const checker = checkers[0];
    assert.equal(checker?.format, 'fatturapa');
    for (const { bytes, fileName, ref } of artifacts) {
      assert.equal(bytes.byteLength, bytes.buffer.byteLength, 'the bytes share no memory');
      assert.match(
        new TextDecoder().decode(bytes),
        new RegExp(`<ProgressivoInvio>${fileName.slice(-9, -4)}</ProgressivoInvio>`),
      );
      assert.deepEqual(
        (await checker.check(bytes, { name: fileName, received: '2026-11-24' })).filter(
          (f) => f.severity === 'error',
        ),
        [],
        String(ref),
      );
    }
  });
});
