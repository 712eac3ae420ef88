import type { Finding } from '@traliccio/sdk';
import { ParseOption, XmlDocument, XmlLibError } from 'libxml2-wasm';

/** SDI's limit is "5 MB" without saying which; the lower reading is safe. */
export const LARGEST_FILE = 5_000_000;

/** A file as a parsed document, which the caller disposes; or why SDI (or we) can't read it. */
export function openFile(bytes: Uint8Array, name: string): XmlDocument | Finding {
  if (bytes.length === 0) return refused('00106', 'il file è vuoto');
  if (bytes.length > LARGEST_FILE)
    return refused(
      '00003',
      `il file è di ${bytes.length} byte, il massimo è ${LARGEST_FILE}: togliere o comprimere gli allegati`,
    );
  if (name.toLowerCase().endsWith('.p7m') || isSigned(bytes))
    return refused('E001', 'il file è firmato (.p7m): controllare il file XML prima della firma');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return refused('E001', 'il file è un archivio ZIP: controllare i file XML che contiene');
  // Entities are how XML parsers are attacked, and the format has no use for them: not even parsed.
  if (hasDoctype(textOf(bytes)))
    return refused('00200', 'il file ha una dichiarazione DOCTYPE, che il formato non ammette: toglierla');
  return parsed(bytes);
}

function parsed(bytes: Uint8Array): XmlDocument | Finding {
  try {
    const document = XmlDocument.fromBuffer(bytes, {
      option: ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NONET,
    });
    if (document.dtd === null) return document;
    document.dispose();
    return refused('00200', 'il file ha una dichiarazione DOCTYPE, che il formato non ammette: toglierla');
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    const [first] = error.details;
    return refused(
      '00106',
      `il file è corrotto, non è XML ben formato${first ? ` (riga ${first.line}: ${first.message.trim()})` : ''}`,
    );
  }
}

const refused = (code: string, message: string): Finding => ({
  code,
  severity: 'error',
  path: 'FatturaElettronica',
  message,
});

/** PKCS#7 in DER (a SEQUENCE of some kilobytes) or, as some tools write it, in base64. */
function isSigned(bytes: Uint8Array): boolean {
  return (bytes[0] === 0x30 && (bytes[1] ?? 0) >= 0x80) || (bytes[0] === 0x4d && bytes[1] === 0x49);
}

/** The text, right at least in its ASCII part, which is all that the prolog is looked at for. */
function textOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const encoding =
    (a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)
      ? 'utf-16le'
      : (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)
        ? 'utf-16be'
        : 'latin1';
  return new TextDecoder(encoding).decode(bytes);
}

/** Walks over the XML declaration, comments and instructions before the root. */
function hasDoctype(text: string): boolean {
  let open = text.indexOf('<');
  while (open >= 0) {
    const end = text.startsWith('<?', open) ? '?>' : text.startsWith('<!--', open) ? '-->' : undefined;
    if (end === undefined) return text.startsWith('<!DOCTYPE', open);
    const close = text.indexOf(end, open + 2);
    if (close < 0) return false;
    open = text.indexOf('<', close);
  }
  return false;
}
