import { big, box, page, small, type Templates } from './template.ts';

const contacts = `{% if phone != '' or email != '' %}If you have any question, reach us{% if phone != '' %} at {{ phone }}{% endif %}{% if email != '' %}{% if phone != '' %} or{% endif %} at {{ email }}{% endif %}.{% endif %}`;
const courtesy = `{% if reservedArea %}The PDF is a courtesy copy without fiscal value: the original is in your reserved area of the site of the Agenzia delle Entrate.{% else %}The PDF is a courtesy copy without fiscal value: the original is the XML file sent through the Sistema di Interscambio.{% endif %}`;

export const english: Templates = {
  sms: `{{ issuer }}: invoice no. {{ number }} of {{ date }}, {{ amount }}{% if pay == 'debit' %}, to be debited on {{ due }}{% elsif pay != '' %}, due by {{ due }}{% endif %}.`,
  invoice: {
    subject: 'Invoice no. {{ number }} of {{ date }} - {{ issuer }}',
    text: `Dear {{ customer }},

please find attached our invoice no. {{ number }} of {{ date }}.

{% if pay == 'debit' %}Amount: {{ amount }}
It will be debited on {{ due }} from the account that you gave us: there is nothing for you to do.
{% elsif pay == 'transfer' %}Amount to pay: {{ amount }}
Due by: {{ due }}
IBAN: {{ iban }}
Account holder: {{ issuer }}
Reference to quote: {{ reference }}
{% elsif pay == 'other' %}Amount to pay: {{ amount }}
Due by: {{ due }}
Reference to quote: {{ reference }}
{% else %}Amount: {{ amount }}
{% endif %}

${courtesy}

${contacts}

Kind regards
{{ issuer }}
`,
    html: page(
      'en',
      `<p>Dear {{ customer }},</p>
<p>please find attached our invoice no. {{ number }} of {{ date }}.</p>
{% if pay == 'debit' %}${box(`To be debited on {{ due }}${big('{{ amount }}')}From the account that you gave us: there is nothing for you to do.`)}
{% elsif pay == 'transfer' %}${box(`To pay by {{ due }}${big('{{ amount }}')}IBAN <strong>{{ iban }}</strong><br>Account holder: {{ issuer }}<br>Reference to quote: <strong>{{ reference }}</strong>`)}
{% elsif pay == 'other' %}${box(`To pay by {{ due }}${big('{{ amount }}')}Reference to quote: <strong>{{ reference }}</strong>`)}
{% else %}${box(big('{{ amount }}'))}
{% endif %}
<p>${contacts}</p>
<p>Kind regards<br>{{ issuer }}</p>
${small(courtesy)}`,
    ),
  },
  credit_note: {
    subject: 'Credit note no. {{ number }} of {{ date }} - {{ issuer }}',
    text: `Dear {{ customer }},

please find attached our credit note no. {{ number }} of {{ date }}{% if credited != '' %}, which credits invoice no. {{ credited }} of {{ creditedDate }}{% endif %}.

Amount in your favour: {{ amount }}
{% if reason != '' %}Reason: {{ reason }}
{% endif %}

${courtesy}

${contacts}

Kind regards
{{ issuer }}
`,
    html: page(
      'en',
      `<p>Dear {{ customer }},</p>
<p>please find attached our credit note no. {{ number }} of {{ date }}{% if credited != '' %}, which credits invoice no. {{ credited }} of {{ creditedDate }}{% endif %}.</p>
${box(`Amount in your favour${big('{{ amount }}')}{% if reason != '' %}Reason: {{ reason }}{% endif %}`)}
<p>${contacts}</p>
<p>Kind regards<br>{{ issuer }}</p>
${small(courtesy)}`,
    ),
  },
};
