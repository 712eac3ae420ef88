import { periodText } from './completeness-files.ts';
import type { PackageFilter } from './filter.ts';

const KIND = { invoice: 'solo fatture', credit_note: 'solo note di credito' } as const;
const CUSTOMER = {
  private: 'privati',
  company: 'aziende',
  public_body: 'enti pubblici',
  condominium: 'condomini e associazioni',
  foreign: 'clienti esteri',
} as const;

/** What is in the package, for who opens it without knowing anything of it. */
export function readMe(filter: PackageFilter, { withPdf }: { readonly withPdf: boolean }): string[] {
  const { kind, series, customerKind } = filter;
  const only = [
    ...(kind === undefined ? [] : [KIND[kind]]),
    ...(series === undefined ? [] : [`solo la serie ${series}`]),
    ...(customerKind === undefined ? [] : [`solo clienti: ${CUSTOMER[customerKind]}`]),
  ];
  return [
    `Documenti emessi ${periodText(filter)}, per data del documento${only.length === 0 ? '.' : `: ${only.join(', ')}.`}`,
    '',
    'completezza.txt e .csv  numeri mancanti e documenti senza XML: da leggere per primi',
    'registro-iva-vendite    registro IVA delle vendite, note di credito in meno (CSV e XLSX);',
    '                        bollo e totale stanno sulla prima riga di ogni documento',
    'xml/                    le fatture elettroniche, con il nome e i byte con cui sono state generate',
    ...(withPdf ? ['pdf/                    le copie di cortesia'] : []),
    'indice.csv              ogni file con il suo SHA-256 e il documento a cui appartiene',
    '',
    'I file CSV hanno il punto e virgola fra le colonne e la virgola nei decimali.',
    'Questo pacchetto non sostituisce la conservazione a norma.',
  ];
}
