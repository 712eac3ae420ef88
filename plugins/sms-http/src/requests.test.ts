import { deepEqual, equal } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { smsCost } from '@traliccio/sdk';
import { fakeContext, sampleSms } from '@traliccio/sdk/testing';
import fc from 'fast-check';
import manifest from './manifest.ts';
import { planOf, type Plan } from './plan.ts';
import { messageRequest } from './requests.ts';

const fields = {
  to: '{{to}}',
  number: '{{digits}}',
  body: '{{ text }}',
  again: '[{{text}}]',
  c: '{{coding}}',
};

const plan = (format: 'json' | 'form' | 'query'): Plan => {
  const gateway = { url: 'https://sms.example.org/send?v=1', format, fields: { ...fields } };
  const { settings } = fakeContext(manifest, { settings: { gateway } as never }).context;
  return planOf(settings) as Plan;
};

/** Everything that means something to JSON, forms, addresses and templates. */
const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(...'"\\{}[]:,&=+%#?;\n è€🙂', '{{to}}', '{{secret.token}}', '%26', '\\u0022'),
  }),
);

describe('a request for a message', () => {
  for (const format of ['json', 'form', 'query'] as const)
    it(`says as ${format} exactly what it is to say, whatever the text is`, () => {
      const to = plan(format);
      fc.assert(
        fc.property(texts, (text) => {
          const { url, body } = messageRequest(to, sampleSms({ text }), { key: 'k', cost: smsCost(text) });
          const said =
            format === 'json'
              ? (JSON.parse(body) as object)
              : Object.fromEntries(format === 'form' ? new URLSearchParams(body) : url.searchParams);
          deepEqual(said, {
            ...(format === 'query' && { v: '1' }),
            to: '+393471234567',
            number: '393471234567',
            body: text,
            again: `[${text}]`,
            c: smsCost(text).encoding === 'gsm7' ? '0' : '2',
          });
          equal(url.origin + url.pathname, 'https://sms.example.org/send');
        }),
      );
    });
});
