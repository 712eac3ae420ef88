import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { nameOfPlace, SecretDamaged, type SecretPlace } from './secret-errors.ts';

/** A master key. It only wraps the keys of single values, so that a new one needs none of them decrypted. */
export type MasterKey = { readonly id: string; readonly bytes: Buffer };

const VERSION = 'v1';
const NONCE = 12;
const TAG = 16;
const KEY = 32;
const SEALED = /^v1:([A-Za-z0-9-]{1,40}):([\w-]+):([\w-]+)$/;

/** `v1:<key id>:<wrapped data key>:<text>`, bound to the place where it is kept. */
export function sealWith(key: MasterKey, place: SecretPlace, text: string): string {
  const dataKey = randomBytes(KEY);
  const body = encrypt(dataKey, Buffer.from(text, 'utf8'), `${VERSION}:${nameOfPlace(place)}`);
  return `${wrap(key, place, dataKey)}:${body.toString('base64url')}`;
}

/** @throws SecretDamaged when it was not sealed with this key, for this place, as it is now */
export function openWith(key: MasterKey, place: SecretPlace, sealed: string): string {
  const { wrapped, body } = partsOf(place, sealed, key.id);
  try {
    const dataKey = unwrap(key, place, wrapped);
    return decrypt(dataKey, Buffer.from(body, 'base64url'), `${VERSION}:${nameOfPlace(place)}`).toString(
      'utf8',
    );
  } catch (error) {
    throw new SecretDamaged(place, error);
  }
}

/** The same value under another master key; it is not decrypted for that. @throws SecretDamaged */
export function rewrap(from: MasterKey, to: MasterKey, place: SecretPlace, sealed: string): string {
  const { wrapped, body } = partsOf(place, sealed, from.id);
  try {
    return `${wrap(to, place, unwrap(from, place, wrapped))}:${body}`;
  } catch (error) {
    throw new SecretDamaged(place, error);
  }
}

/** @throws SecretDamaged when it is no sealed value at all */
export const keyIdOf = (place: SecretPlace, sealed: string): string => partsOf(place, sealed).id;

/** What is kept of a master key in the database, to tell a wrong one by. The key can't be found from it. */
export const checkValueOf = (key: MasterKey): string =>
  Buffer.from(hkdfSync('sha256', key.bytes, '', 'traliccio key check value', 16)).toString('hex');

type Parts = { readonly id: string; readonly wrapped: string; readonly body: string };

function partsOf(place: SecretPlace, sealed: string, expectedId?: string): Parts {
  const [, id, wrapped, body] = SEALED.exec(sealed) ?? [];
  if (id === undefined || wrapped === undefined || body === undefined) throw new SecretDamaged(place);
  if (expectedId !== undefined && id !== expectedId) throw new SecretDamaged(place);
  return { id, wrapped, body };
}

function wrap(key: MasterKey, place: SecretPlace, dataKey: Buffer): string {
  const wrapped = encrypt(key.bytes, dataKey, `${VERSION}:${key.id}:${nameOfPlace(place)}`);
  return `${VERSION}:${key.id}:${wrapped.toString('base64url')}`;
}

const unwrap = (key: MasterKey, place: SecretPlace, wrapped: string): Buffer =>
  decrypt(key.bytes, Buffer.from(wrapped, 'base64url'), `${VERSION}:${key.id}:${nameOfPlace(place)}`);

/** AES-256-GCM: nonce, ciphertext, tag. A master key may draw 2^32 random nonces; a data key draws one. */
function encrypt(key: Buffer, plain: Buffer, boundTo: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(boundTo, 'utf8'));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, bytes: Buffer, boundTo: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(boundTo, 'utf8'));
  decipher.setAuthTag(bytes.subarray(-TAG));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
}
