import { deepEqual, equal } from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { checkPassword, PASSWORD_MAX } from './password.rules.ts';

const ANNA = { email: 'anna.verdi@wisp-friuli.it', name: 'Anna Maria Verdi' };
const codeOf = (password: string): string => checkPassword(password, ANNA)[0]?.code ?? 'fine';

it('a password is long enough, counted in characters as people see them', () => {
  equal(codeOf('xK7-qp.Lw9m'), 'password.too_short');
  equal(codeOf('xK7-qp.Lw9mZ'), 'fine');
  // 11 letters, one of them written as two code points.
  equal(codeOf('xK7-qp.Lw9e\u0301'), 'password.too_short');
  equal(codeOf('🐕🌲🚲🎻🍋🧱🎈🪛🧦🛶🪁🫖'), 'fine');
  equal(codeOf(fill(PASSWORD_MAX)), 'fine');
  equal(codeOf(fill(PASSWORD_MAX + 1)), 'password.too_long');
  equal(codeOf('xK7-qp.Lw9\ud83d-'), 'password.characters');
});

it('no kinds of characters are asked for', () => {
  for (const fine of [
    'correct horse battery staple',
    'dodici gru volano storte',
    'zvkqmwtrbxpd',
    '8351 0926 4471 9038',
  ])
    equal(codeOf(fine), 'fine', fine);
});

it('what is tried first is refused, however it is dressed up', () => {
  const common =
    `password1234 Password123! P@ssw0rd1234 passw0rd2026 PASSWORDPASSWORD qwertyuiop12 1q2w3e4r5t6y 1qaz2wsx3edc
    zaq12wsxcde3 qazwsxedcrfv 123456789012 098765432109 111111111111 abcabcabcabc abababababab aaaaaaaaaaaaa Welcome12345
    administrator adminadmin123 admin.admin.2026 iloveyou1234 letmein12345 q1w2e3r4t5y6 abcdefghijkl abcd12345678
    123123123123 Juventus1897! ForzaNapoli10 francesco1985 Giovanni.2024 Luglio2026!!! Primavera2026 Internet2026!
    router-wireless Amministratore1 qwerty123456 asdfghjkl123 zxcvbnm12345 changeme2026! ciaociaociao12 Ferrari458!!
    benvenuto2026 Milano-Roma-12 0123456789ab aaaabbbbcccc !@#$%^&*()!@ Cambiami2026!`.split(/\s+/);
  deepEqual(
    common.filter((password) => codeOf(password) !== 'password.common'),
    [],
  );
});

it('name, address and the name of the program may not be in it', () => {
  for (const own of [
    'xK7-anna-Lw9mZ',
    'VERDI.xK7-qp.Lw9',
    'wisp-xK7-qp.Lw9',
    'xK7-qp.Traliccio',
    'Friulì-xK7-qp.Lw9',
  ])
    equal(codeOf(own), 'password.personal', own);
});

it('random passwords are taken', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...letters), { minLength: 24, maxLength: 60 }), (chosen) => {
      equal(checkPassword(chosen.join(''), { email: 'x@y.it', name: 'Q' }).length, 0);
    }),
    { numRuns: 300, seed: 7 },
  );
});

it('any text at all is judged, and quickly', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      checkPassword(text, ANNA);
    }),
  );
  const start = performance.now();
  for (const hard of ['qwertyuiop'.repeat(12), '12'.repeat(64), 'é'.repeat(128)]) checkPassword(hard, ANNA);
  equal(performance.now() - start < 200, true);
});

/** Text that repeats nothing for long. */
function fill(length: number): string {
  let text = '';
  for (let i = 0; text.length < length; i++) text += String.fromCodePoint(97 + ((i * i * 7 + i * 3) % 26));
  return text;
}
