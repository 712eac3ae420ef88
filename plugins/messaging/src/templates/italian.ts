import { big, box, page, small, type Templates } from './template.ts';

const contacts = `{% if phone != '' or email != '' %}Per qualsiasi domanda siamo a disposizione{% if phone != '' %} al numero {{ phone }}{% endif %}{% if email != '' %}{% if phone != '' %} o{% endif %} all'indirizzo {{ email }}{% endif %}.{% endif %}`;
const courtesy = `{% if reservedArea %}Il PDF è una copia di cortesia priva di valore fiscale: l'originale è disponibile nell'area riservata del sito dell'Agenzia delle Entrate.{% else %}Il PDF è una copia di cortesia priva di valore fiscale: l'originale è il file XML trasmesso al Sistema di Interscambio.{% endif %}`;

export const italian: Templates = {
  sms: `{{ issuer }}: fattura n. {{ number }} del {{ date }}, {{ amount }}{% if pay == 'debit' %}, addebito il {{ due }}{% elsif pay != '' %}, scadenza {{ due }}{% endif %}.`,
  invoice: {
    subject: 'Fattura n. {{ number }} del {{ date }} - {{ issuer }}',
    text: `Gentile {{ customer }},

in allegato trova la fattura n. {{ number }} del {{ date }}.

{% if pay == 'debit' %}Importo: {{ amount }}
L'importo sarà addebitato il {{ due }} sul conto che ci ha indicato: non deve fare nulla.
{% elsif pay == 'transfer' %}Importo da pagare: {{ amount }}
Scadenza: {{ due }}
IBAN: {{ iban }}
Intestato a: {{ issuer }}
Causale da indicare: {{ reference }}
{% elsif pay == 'other' %}Importo da pagare: {{ amount }}
Scadenza: {{ due }}
Riferimento da indicare: {{ reference }}
{% else %}Importo: {{ amount }}
{% endif %}

${courtesy}

${contacts}

Cordiali saluti
{{ issuer }}
`,
    html: page(
      'it',
      `<p>Gentile {{ customer }},</p>
<p>in allegato trova la fattura n. {{ number }} del {{ date }}.</p>
{% if pay == 'debit' %}${box(`Addebito il {{ due }}${big('{{ amount }}')}Sul conto che ci ha indicato: non deve fare nulla.`)}
{% elsif pay == 'transfer' %}${box(`Da pagare entro il {{ due }}${big('{{ amount }}')}IBAN <strong>{{ iban }}</strong><br>Intestato a {{ issuer }}<br>Causale da indicare: <strong>{{ reference }}</strong>`)}
{% elsif pay == 'other' %}${box(`Da pagare entro il {{ due }}${big('{{ amount }}')}Riferimento da indicare: <strong>{{ reference }}</strong>`)}
{% else %}${box(big('{{ amount }}'))}
{% endif %}
<p>${contacts}</p>
<p>Cordiali saluti<br>{{ issuer }}</p>
${small(courtesy)}`,
    ),
  },
  credit_note: {
    subject: 'Nota di credito n. {{ number }} del {{ date }} - {{ issuer }}',
    text: `Gentile {{ customer }},

in allegato trova la nota di credito n. {{ number }} del {{ date }}{% if credited != '' %}, a storno della fattura n. {{ credited }} del {{ creditedDate }}{% endif %}.

Importo a suo credito: {{ amount }}
{% if reason != '' %}Motivo: {{ reason }}
{% endif %}

${courtesy}

${contacts}

Cordiali saluti
{{ issuer }}
`,
    html: page(
      'it',
      `<p>Gentile {{ customer }},</p>
<p>in allegato trova la nota di credito n. {{ number }} del {{ date }}{% if credited != '' %}, a storno della fattura n. {{ credited }} del {{ creditedDate }}{% endif %}.</p>
${box(`Importo a suo credito${big('{{ amount }}')}{% if reason != '' %}Motivo: {{ reason }}{% endif %}`)}
<p>${contacts}</p>
<p>Cordiali saluti<br>{{ issuer }}</p>
${small(courtesy)}`,
    ),
  },
};
