import assert from 'node:assert/strict';
import type { Login, Place } from './browser.ts';

const FIRST = 'ripetitore-in-vetta-1';
const OWN = 'ponte-radio-in-vetta-2';

/** An operator who may do just this, and has chosen his password. */
export async function hire(
  place: Place,
  { name, permissions }: { readonly name: string; readonly permissions: readonly string[] },
): Promise<Login> {
  const email = `${name.toLowerCase()}@example.it`;
  const group = await place.api('POST', '/groups', { name: `Gruppo di ${name}`, permissions });
  const groups = [(group.json as { id: number }).id];
  const hired = await place.api('POST', '/operators', { email, name, groups, password: FIRST });
  assert.equal(hired.status, 201, JSON.stringify(hired.json));
  const session = await post(place, '/session', { email, password: FIRST, token: true });
  const { token } = (await session.json()) as { token: string };
  const changed = await post(place, '/session/password', { old: FIRST, new: OWN }, token);
  assert.ok(changed.ok, await changed.text());
  return { email, password: OWN };
}

const post = (place: Place, path: string, body: object, token?: string): Promise<Response> =>
  fetch(`${place.url}/api${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
