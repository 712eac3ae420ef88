import { type Sms, type SmsCost, smsKey } from '@traliccio/sdk';
import type { HttpRequest } from './exchange.ts';
import { fill, fillAll, type Values } from './placeholders.ts';
import type { Plan } from './plan.ts';

/** The request that sends a message. Values go in after the structure is there, each as its place needs it. */
export function messageRequest(
  plan: Plan,
  sms: Sms,
  { key, cost }: { key: string; cost: SmsCost },
): HttpRequest {
  const { method, format, fields } = plan.gateway;
  const values: Values = {
    ...plan.constants,
    to: sms.to,
    digits: sms.to.slice(1),
    text: sms.text,
    key: smsKey(key),
    // The data coding scheme of GSM 03.38: the default alphabet, or UCS-2.
    coding: cost.encoding === 'gsm7' ? '0' : '2',
  };
  const filled = fillAll(fields, values) as Record<string, unknown>;
  const headers = headersOf(plan, values);
  const url = new URL(plan.url);
  if (format === 'json')
    return {
      method,
      url,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(filled),
    };
  const pairs = new URLSearchParams(filled as Record<string, string>);
  if (format === 'form')
    return {
      method,
      url,
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: pairs.toString(),
    };
  for (const [name, value] of pairs) url.searchParams.append(name, value);
  return { method, url, headers, body: '' };
}

export const balanceRequest = (plan: Plan, url: URL, key: string): HttpRequest => ({
  method: 'GET',
  url,
  headers: headersOf(plan, { ...plan.constants, key: smsKey(key) }),
  body: '',
});

function headersOf({ gateway, constants }: Plan, values: Values): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json', 'user-agent': 'Traliccio' };
  for (const [name, value] of Object.entries(gateway.headers))
    headers[name.toLowerCase()] = fill(value, values);
  const { user, 'secret.password': password, 'secret.token': token } = constants;
  if (gateway.authorization === 'basic')
    headers['authorization'] = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  if (gateway.authorization === 'bearer') headers['authorization'] = `Bearer ${token}`;
  return headers;
}
