import type { IssuerView } from '@traliccio/sdk';
import { FAINT, type Paper } from './paper.ts';

/** On every page, once it is known how many there are. */
export function drawFeet(paper: Paper, { name, vatCountry, vatNumber }: IssuerView, document: string): void {
  const { count } = paper.doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    paper.doc.switchToPage(page);
    paper.y = 800;
    paper.rule();
    paper.y += 6;
    const at = { x: paper.left, width: paper.width, size: 7.5, color: FAINT };
    paper.artifact(() => {
      paper.plain(`${name} · P. IVA ${vatCountry}${vatNumber} · ${document}`, {
        ...at,
        width: paper.width - 80,
      });
      paper.plain(`Pagina ${page + 1} di ${count}`, { ...at, align: 'right' });
    });
  }
}
