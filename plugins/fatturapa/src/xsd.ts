import { readFileSync } from 'node:fs';
import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlLibError,
  xmlRegisterInputProvider,
  XsdValidator,
} from 'libxml2-wasm';

/** A place where a file departs from the official schema, in libxml2's words. */
export type XsdError = {
  readonly line: number;
  /** Element path as the rules write it, without the blocks that add nothing: `DettaglioLinee[2]/PrezzoTotale`. */
  readonly path: string;
  readonly message: string;
};

/** The schemas in `xsd/`: ordinary invoices (FPR12, FPA12), and simplified ones (FSM10), which are only read. */
export type Schema = 'FatturaPA_ordinaria_v1.2.3.xsd' | 'FatturaPA_semplificata_v1.0.2.xsd';
const ORDINARY: Schema = 'FatturaPA_ordinaria_v1.2.3.xsd';

/** Blanks between elements mean nothing to the schema: a tree without them takes an eighth less time. */
const WITHOUT_BLANKS = { option: ParseOption.XML_PARSE_NOBLANKS | ParseOption.XML_PARSE_COMPACT };

/** Validates an ordinary invoice in this thread: about 0.1 ms, and 0.1 s once for the schema. */
export function validateXsd(bytes: Uint8Array): XsdError[] {
  let document: XmlDocument;
  try {
    document = XmlDocument.fromBuffer(bytes, WITHOUT_BLANKS);
  } catch (error) {
    if (error instanceof XmlLibError) return error.details.map(toXsdError);
    throw error;
  }
  try {
    return validateDocument(document);
  } finally {
    document.dispose();
  }
}

/** Like {@link validateXsd}, for a document that is already parsed; the caller disposes it. */
export function validateDocument(document: XmlDocument, schema: Schema = ORDINARY): XsdError[] {
  try {
    validator(schema).validate(document);
    return [];
  } catch (error) {
    if (error instanceof XmlLibError) return error.details.map(toXsdError);
    throw error;
  }
}

/** Compiled once per thread; it takes a thousand times as long as a validation. */
const compiled = new Map<Schema, XsdValidator>();

function validator(schema: Schema): XsdValidator {
  const known = compiled.get(schema);
  if (known) return known;
  const read = (name: string): Uint8Array => readFileSync(new URL(`./xsd/${name}`, import.meta.url));
  // Imports are resolved from memory: nothing here ever reaches for the network or the disk.
  xmlRegisterInputProvider(
    new XmlBufferInputProvider({ 'xmldsig-core-schema.xsd': read('xmldsig-core-schema.xsd') }),
  );
  const document = XmlDocument.fromBuffer(read(schema), { url: schema });
  try {
    const made = XsdValidator.fromDoc(document);
    compiled.set(schema, made);
    return made;
  } finally {
    document.dispose();
  }
}

const toXsdError = (detail: { message: string; line: number; xpath?: string }): XsdError => ({
  line: detail.line,
  path: (detail.xpath ?? '')
    .replace(/^\/[^/]+\/?(?:FatturaElettronica(?:Header|Body)\/)?/, '')
    .replace(/\b(?:DatiGenerali|DatiBeniServizi)\//, ''),
  message: detail.message.trim(),
});
