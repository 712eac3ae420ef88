import { createHash } from 'node:crypto';
import type { Sms } from './capabilities/sms-gateway.ts';
import { Refused } from './errors.ts';
import { isPhoneNumber } from './phone.ts';
import { type SmsCost, smsCost } from './sms-text.ts';

/**
 * What every SMS gateway checks before it sends.
 *
 * @returns what the text costs
 * @throws Refused `sms.number`, `sms.text` or `sms.too_long`, with the field
 * @example const { segments } = checkSms(sms, { maxSegments: 3 })
 */
export function checkSms(sms: Sms, { maxSegments }: { readonly maxSegments: number }): SmsCost {
  if (!isPhoneNumber(sms.to))
    throw new Refused(
      'sms.number',
      `not a telephone number: ${JSON.stringify(sms.to)}; it is written +393471234567`,
      { field: 'to' },
    );
  if (sms.text.trim() === '') throw new Refused('sms.text', 'an SMS needs a text', { field: 'text' });
  if (UNFIT.test(sms.text) || !sms.text.isWellFormed())
    throw new Refused('sms.text', `the text has a character that no SMS has: ${JSON.stringify(sms.text)}`, {
      field: 'text',
    });
  const cost = smsCost(sms.text);
  if (cost.segments > maxSegments)
    throw new Refused(
      'sms.too_long',
      `the text takes ${cost.segments} messages, and ${maxSegments} are allowed: shorten it${because(cost)}`,
      { field: 'text' },
    );
  return cost;
}

/** The key of a call for the other side: it says nothing of whom it is about, and always has 32 characters. */
export const smsKey = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);

/** Control characters but the line end, and those by which a text reads otherwise than it is. */
const UNFIT = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

const because = ({ costly }: SmsCost): string =>
  costly.length === 0 ? '' : `, or do without ${costly.join(' ')}, which make it dearer`;
