import { Invalid, type SettingsOf } from '@traliccio/sdk';
import { unreachable } from './egress.ts';
import type manifest from './manifest.ts';
import { namesIn, type Values } from './placeholders.ts';

export type Settings = SettingsOf<NonNullable<typeof manifest.settings>>;
export type Gateway = Settings['gateway'];

/** The gateway of the settings, looked through: whatever is wrong with it shows when the plugin starts. */
export type Plan = {
  readonly gateway: Gateway;
  readonly url: URL;
  readonly balanceUrl: URL | null;
  /** What stands for the placeholders that every message has alike. */
  readonly constants: Values;
  /** Never to be shown, not even in what a gateway answers. */
  readonly secrets: readonly string[];
  /** By which the gateway counts. */
  readonly account: string;
};

const CONSTANTS = ['sender', 'user', 'secret.password', 'secret.token'];
const IN_HEADERS = [...CONSTANTS, 'key'];
const IN_FIELDS = [...IN_HEADERS, 'to', 'digits', 'text', 'coding'];

/** Null while no address is given. @throws Invalid with the setting at fault */
export function planOf(settings: Settings): Plan | null {
  const { gateway, user, password, token, sender } = settings;
  if (gateway.url.trim() === '') return null;
  checkFields(gateway);
  checkHeaders(gateway);
  const constants = { sender, user, 'secret.password': password, 'secret.token': token };
  const used = new Set([...namesIn(gateway.fields), ...namesIn(gateway.headers)]);
  const needed = { none: [], basic: ['user', 'secret.password'], bearer: ['secret.token'] }[
    gateway.authorization
  ];
  for (const name of [...used, ...needed])
    if (constants[name as keyof typeof constants] === '')
      throw wrong(name.replace('secret.', ''), `the gateway needs it: {{${name}}}`);
  return {
    gateway,
    url: checkedUrl(gateway.url, 'gateway.url', settings),
    balanceUrl:
      gateway.balance.url === '' ? null : checkedUrl(gateway.balance.url, 'gateway.balance.url', settings),
    constants,
    secrets: [password, token].filter((secret) => secret !== ''),
    account: `${user || sender || 'sms'} at ${new URL(gateway.url).host}`,
  };
}

function checkedUrl(text: string, field: string, { network }: Settings): URL {
  if (text.includes('{{')) throw wrong(field, 'an address has no placeholders: what varies goes into fields');
  if (!URL.canParse(text)) throw wrong(field, `${JSON.stringify(text)} is no address: https://host/path`);
  const url = new URL(text);
  const why = unreachable(url, network);
  if (why !== undefined) throw wrong(field, why);
  return url;
}

function checkFields({ fields, format }: Gateway): void {
  checkNames(namesIn(fields), IN_FIELDS, 'gateway.fields');
  if (!namesIn(fields).includes('text'))
    throw wrong('gateway.fields', '{{text}} is missing: what would be sent?');
  if (!['to', 'digits'].some((name) => namesIn(fields).includes(name)))
    throw wrong('gateway.fields', '{{to}} or {{digits}} is missing: to whom would it go?');
  if (format === 'json') return;
  const nested = Object.entries(fields).find(([, value]) => typeof value !== 'string');
  if (nested) throw wrong(`gateway.fields.${nested[0]}`, `must be text where the format is ${format}`);
}

function checkHeaders({ headers }: Gateway): void {
  checkNames(namesIn(headers), IN_HEADERS, 'gateway.headers');
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[\w-]+$/.test(name) || /[^\t\x20-\x7e]/.test(value))
      throw wrong('gateway.headers', `${JSON.stringify(name)} can't be sent as a header`);
    if (/^(host|content-length|content-type|transfer-encoding|connection)$/i.test(name))
      throw wrong('gateway.headers', `${name} is written by the plugin`);
  }
}

function checkNames(names: readonly string[], known: readonly string[], field: string): void {
  const stranger = names.find((name) => !known.includes(name));
  if (stranger !== undefined)
    throw wrong(
      field,
      `nothing stands for {{${stranger}}}: there are ${known.map((one) => `{{${one}}}`).join(', ')}`,
    );
}

const wrong = (field: string, why: string): Invalid =>
  new Invalid('sms_http.settings', `settings of sms-http, ${field}: ${why}`, { field });
