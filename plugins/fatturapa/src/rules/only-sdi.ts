import type { Rule } from './rule.ts';

const onlySdi = (code: string, title: string, note: string): Rule => ({
  code,
  offline: 'no',
  severity: 'error',
  title,
  note,
});
const signed = (code: string, title: string): Rule =>
  onlySdi(code, title, 'only for signed files, which Traliccio doesn’t make');

/** Controls that need SDI's registers. They are listed so that nobody takes their absence for an oversight. */
export const onlySdiRules: readonly Rule[] = [
  signed('00100', 'Il certificato di firma non è scaduto'),
  signed('00101', 'Il certificato di firma non è revocato'),
  signed('00102', 'La firma è integra'),
  signed('00103', 'La firma riporta la data'),
  signed('00104', 'La CA del certificato è riconosciuta'),
  signed('00105', 'La data della firma non è futura'),
  signed('00107', 'Il certificato di firma è valido'),
  onlySdi('00311', 'Il codice destinatario esiste', 'needs the registers of IPA and SDI'),
  onlySdi('00312', 'Il codice destinatario è attivo', 'needs the registers of IPA and SDI'),
  onlySdi(
    '00321',
    'Il codice fiscale è coerente con il gruppo IVA di chi emette',
    'needs the register of VAT groups',
  ),
  onlySdi('00322', 'Chi emette partecipa al gruppo IVA indicato', 'needs the register of VAT groups'),
  onlySdi(
    '00323',
    'La partita IVA di chi emette non è cessata da più di 5 anni (TD16, TD20)',
    'needs the Anagrafe tributaria',
  ),
  onlySdi(
    '00325',
    'Il codice fiscale è coerente con il gruppo IVA del cliente',
    'needs the register of VAT groups',
  ),
  onlySdi('00326', 'Il cliente partecipa al gruppo IVA indicato', 'needs the register of VAT groups'),
  onlySdi(
    '00327',
    'Il codice fiscale del cliente non è quello del suo gruppo IVA',
    'needs the register of VAT groups',
  ),
  onlySdi('00398', 'L’ufficio centrale della PA si usa solo senza altri uffici', 'needs the register IPA'),
  onlySdi(
    '00399',
    'A una PA iscritta in IPA si invia FPA12',
    'needs the register IPA; enter such customers as public bodies',
  ),
  {
    code: '00404',
    offline: 'partly',
    severity: 'error',
    title: 'Il documento non è già stato inviato',
    note: 'numbers are unique per issuer, series and year in our archive; documents sent by other software are unknown',
  },
  onlySdi(
    '00477',
    'La dichiarazione d’intento (N3.5) è valida',
    'needs the data base of the Agenzia delle Entrate',
  ),
];
