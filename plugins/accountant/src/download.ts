import { FileReply, type OutsideAnswer } from '@traliccio/sdk';
import type { Context } from './context.ts';
import { canLink, readToken } from './link.ts';
import { packageName } from './package.ts';
import { findSending, noteDownload } from './sending-log.ts';
import { readStored, storedPackage } from './stored-package.ts';

/** The address that an accountant was sent: whoever has it downloads the package, for as long as it holds. */
export function downloads(ctx: Context): void {
  ctx.http.outside({
    method: 'GET',
    path: '/packages/:token',
    async handler({ params, peer, signal }): Promise<OutsideAnswer | FileReply> {
      const { linkSecret } = ctx.settings;
      const linked = canLink(ctx.settings) ? readToken(linkSecret, params['token'] ?? '') : undefined;
      if (!linked)
        return answer(404, 'Questo indirizzo non porta a niente: controlla di averlo copiato intero.');
      if (linked.until < ctx.clock.now())
        return answer(410, 'Questo indirizzo è scaduto: chiedi che il pacchetto ti sia mandato di nuovo.');
      const sending = await findSending(ctx.sql, linked.id);
      const { filter, sha256 } = sending ?? {};
      const stored = filter && sha256 ? await storedPackage(ctx, { filter, sha256 }, signal) : undefined;
      if (!filter || !stored)
        return answer(
          410,
          'I documenti del periodo sono cambiati: chiedi che il pacchetto ti sia mandato di nuovo.',
        );
      await noteDownload(ctx, linked.id, peer);
      return new FileReply({
        fileName: packageName(filter),
        mediaType: 'application/zip',
        bytes: readStored(stored),
      });
    },
  });
}

const answer = (status: number, body: string): OutsideAnswer => ({ status, body: `${body}\n` });
