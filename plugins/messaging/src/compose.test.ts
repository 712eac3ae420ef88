import { doesNotMatch, equal, match } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type DocumentView, smsCost } from '@traliccio/sdk';
import { sampleCustomer, sampleDocument, sampleIssuer } from '@traliccio/sdk/testing';
import { compose, composeSms } from './compose.ts';

const english = sampleCustomer({ language: 'en', name: 'Jane Doe' });
const debit: DocumentView['payment'] = {
  method: 'MP19',
  dueDate: '2026-11-20',
  iban: null,
  bankName: null,
  reference: 'R1',
};

describe('the mail of an invoice', () => {
  it('says in Italian how much, until when, to which account and with which reference', () => {
    const { subject, text } = compose(sampleDocument());
    equal(subject, 'Fattura n. 123/A del 01/11/2026 - Reti Aeree S.r.l.');
    equal(
      text,
      `Gentile Mario Rossi,

in allegato trova la fattura n. 123/A del 01/11/2026.

Importo da pagare: 72,60 €
Scadenza: 21/11/2026
IBAN: IT60 X054 2811 1010 0000 0123 456
Intestato a: Reti Aeree S.r.l.
Causale da indicare: FT 123/A C00010

Il PDF è una copia di cortesia priva di valore fiscale: l'originale è disponibile nell'area riservata del sito dell'Agenzia delle Entrate.

Per qualsiasi domanda siamo a disposizione al numero 0432 000000 o all'indirizzo fatture@retiaeree.example.

Cordiali saluti
Reti Aeree S.r.l.
`,
    );
  });

  it('is English for a customer who reads English', () => {
    const { subject, text } = compose(sampleDocument({ customer: english, payable: 123_456 }));
    equal(subject, 'Invoice no. 123/A of 1 November 2026 - Reti Aeree S.r.l.');
    match(text, /^Dear Jane Doe,\n/);
    match(text, /Amount to pay: €1,234\.56\nDue by: 21 November 2026\n/);
  });

  it('tells who pays by direct debit when, and asks for nothing', () => {
    const { text, html } = compose(sampleDocument({ payment: debit }));
    match(text, /sarà addebitato il 20\/11\/2026/);
    doesNotMatch(text + html, /IBAN|Causale/);
    match(compose(sampleDocument({ payment: debit, customer: english })).text, /debited on 20 November 2026/);
  });

  it('asks for nothing when nothing is to be paid', () => {
    doesNotMatch(compose(sampleDocument({ payment: null })).text, /pagare|Scadenza/);
  });

  it('shows a name as it is, and lets no name become markup or a template', () => {
    const customer = sampleCustomer({ name: 'Rossi & <b>Figli</b> {{ iban }}' });
    const { text, html } = compose(sampleDocument({ customer }));
    match(text, /Gentile Rossi & <b>Figli<\/b> \{\{ iban \}\},/);
    match(html, /Gentile Rossi &amp; &lt;b&gt;Figli&lt;\/b&gt; \{\{ iban \}\},/);
  });

  it('has a subject of one line, whatever the issuer is called', () => {
    const { subject } = compose(
      sampleDocument({ issuer: sampleIssuer({ name: 'Reti\r\nBcc: x@example.org\u202e' }) }),
    );
    equal(subject, 'Fattura n. 123/A del 01/11/2026 - Reti Bcc: x@example.org');
  });
});

describe('the mail of a credit note', () => {
  const credits = { id: 1, numberText: '99/A', date: '2026-10-01', reason: 'recesso' } as const;
  const note = { kind: 'credit_note', numberText: '4/NC', credits } as const;

  it('names the invoice that it credits, and why, in both languages', () => {
    const { subject, text, html } = compose(sampleDocument(note));
    equal(subject, 'Nota di credito n. 4/NC del 01/11/2026 - Reti Aeree S.r.l.');
    for (const part of [text, html])
      match(part, /a storno della fattura n\. 99\/A del 01\/10\/2026[^]*Motivo: recesso/);
    match(
      compose(sampleDocument({ ...note, customer: english })).text,
      /credits invoice no\. 99\/A of 1 October 2026/,
    );
  });

  it('asks nobody to pay', () => {
    const { text, html } = compose(sampleDocument(note));
    doesNotMatch(text + html, /pagare|IBAN|Scadenza/);
  });
});

describe('the SMS of an invoice', () => {
  it('is one message that says who, what, how much and until when', () => {
    const text = composeSms(sampleDocument());
    equal(text, 'Reti Aeree S.r.l.: fattura n. 123/A del 01/11/2026, 72,60 €, scadenza 21/11/2026.');
    equal(smsCost(text).segments, 1);
  });

  it('is English for a customer who reads English', () => {
    equal(
      composeSms(sampleDocument({ customer: english })),
      'Reti Aeree S.r.l.: invoice no. 123/A of 1 November 2026, €72.60, due by 21 November 2026.',
    );
  });

  it('tells who pays by direct debit when, and asks for nothing when nothing is to be paid', () => {
    match(composeSms(sampleDocument({ payment: debit })), /72,60 €, addebito il 20\/11\/2026\.$/);
    match(composeSms(sampleDocument({ payment: null })), /72,60 €\.$/);
  });

  it('costs no more for a name with letters that the telephone network does not have', () => {
    const issuer = sampleIssuer({ name: '“Città È\nRete” – S.r.l.' });
    const text = composeSms(sampleDocument({ issuer }));
    match(text, /^"Città E' Rete" - S\.r\.l\.: fattura/);
    equal(smsCost(text).encoding, 'gsm7');
  });

  it('takes no name for a template', () => {
    match(composeSms(sampleDocument({ issuer: sampleIssuer({ name: '{{ iban }}' }) })), /^\{\{ iban \}\}: /);
  });
});
