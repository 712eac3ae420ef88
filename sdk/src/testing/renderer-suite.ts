import { equal, match, notDeepEqual, ok, rejects } from 'node:assert/strict';
import type { DocumentRenderer, RenderedDocument, RenderRequest } from '../capabilities/document-renderer.ts';
import type { Call } from '../capabilities/token.ts';
import type { Suite } from './contract.ts';
import { sampleDocument, sampleLine } from './sample-document.ts';
import { sampleCustomer } from './sample-parties.ts';

/**
 * What core and messages rely on in a renderer.
 * @example runSuite(rendererSuite(() => renderer))
 */
export function rendererSuite(make: () => DocumentRenderer | Promise<DocumentRenderer>): Suite {
  const render = async (
    request: Partial<RenderRequest> = {},
    signal?: AbortSignal,
  ): Promise<RenderedDocument> =>
    (await make()).render(
      { document: sampleDocument(), attachments: [], logo: null, ...request },
      call(signal),
    );
  const xml = {
    kind: 'fatturapa',
    fileName: 'IT01234567897_00001.xml',
    mediaType: 'text/xml',
    bytes: new TextEncoder().encode('<FatturaElettronica/>'),
  };

  return {
    name: 'DocumentRenderer contract',
    cases: [
      [
        'gives bytes with a media type and a plain file name',
        async () => {
          const rendered = await render();
          ok(rendered.bytes.length > 0, 'no bytes');
          match(rendered.mediaType, /^[a-z]+\/[a-z0-9.+-]+$/);
          match(rendered.fileName, /^[\w][\w .-]*\.[a-z0-9]+$/i);
        },
      ],
      [
        'names the file without what a file system refuses, whatever the number looks like',
        async () => {
          const { fileName } = await render({ document: sampleDocument({ numberText: '../../1\\2:3/A\n' }) });
          match(fileName, /^[\w][\w .-]*\.[a-z0-9]+$/i);
        },
      ],
      [
        'gives the same bytes for the same document',
        async () => {
          const [first, again] = [await render({ attachments: [xml] }), await render({ attachments: [xml] })];
          ok(same(first.bytes, again.bytes), 'the bytes differ');
          equal(first.fileName, again.fileName);
        },
      ],
      [
        'gives the same bytes when several are made at once',
        async () => {
          const all = await Promise.all(Array.from({ length: 6 }, () => render()));
          for (const one of all) ok(same(one.bytes, (all[0] as RenderedDocument).bytes), 'the bytes differ');
        },
      ],
      [
        'shows the document that it was asked for',
        async () => {
          const other = sampleDocument({
            numberText: '124/A',
            customer: sampleCustomer({ name: 'Anna Verdi' }),
          });
          notDeepEqual((await render({ document: other })).bytes, (await render()).bytes);
        },
      ],
      [
        'embeds the attachments',
        async () => {
          notDeepEqual((await render({ attachments: [xml] })).bytes, (await render()).bytes);
        },
      ],
      [
        'renders credit notes, split payment, documents without payment and without VAT',
        async () => {
          const credits = { id: 99, numberText: '99/A', date: '2026-10-01', reason: 'Recesso' } as const;
          await render({ document: sampleDocument({ kind: 'credit_note', credits }) });
          await render({
            document: sampleDocument({
              customer: sampleCustomer({ kind: 'public_body', name: 'Comune di Prova' }),
            }),
          });
          await render({
            document: sampleDocument({
              payment: null,
              lines: [sampleLine({ vatRate: 0, natura: 'N2.2' })],
              stampDuty: 200,
            }),
          });
        },
      ],
      [
        'renders a document of 300 lines',
        async () => {
          const lines = Array.from({ length: 300 }, (_, index) => sampleLine({ number: index + 1 }));
          ok((await render({ document: sampleDocument({ lines }) })).bytes.length > 0);
        },
      ],
      [
        'renders whatever people are called',
        async () => {
          for (const name of [
            'Łukasz Żółć & C. <b>',
            'Đặng 漢字 😀',
            'a'.repeat(300),
            `tab\there\nline\u0000`,
            '‮rtl',
          ])
            await render({
              document: sampleDocument({
                customer: sampleCustomer({ name }),
                lines: [sampleLine({ description: name })],
              }),
            });
        },
      ],
      [
        'gives up when the caller has',
        async () => {
          await rejects(render({}, AbortSignal.abort()));
        },
      ],
    ],
  };
}

const call = (signal = new AbortController().signal): Call => ({ key: 'render', signal });
const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);
