import { isEmail } from '../address.ts';
import { type Problem, Problems } from '../problem.ts';
import type { Language } from './operator.entity.ts';

export const LANGUAGES = ['it', 'en'] as const satisfies readonly Language[];
export const EMAIL_MAX = 100;
export const NAME_MAX = 80;

/** The one spelling of an address: who types capitals or spaces is the same operator. */
export const normalEmail = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
export const normalName = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ');

export function checkOperator(
  operator: { readonly email: string; readonly name: string; readonly language: string },
  groups: readonly number[],
): Problem[] {
  const problems = new Problems('operator');
  problems.unless(
    isEmail(operator.email) && operator.email.length <= EMAIL_MAX,
    'email',
    'invalid',
    `the e-mail address has the form name@example.it and at most ${EMAIL_MAX} characters`,
  );
  checkName(operator.name, problems);
  problems.unless(
    LANGUAGES.some((one) => one === operator.language),
    'language',
    'unknown',
    `the language is one of ${LANGUAGES.join(', ')}`,
  );
  problems.unless(groups.length > 0, 'groups', 'missing', 'an operator is in one group at least');
  return problems.list;
}

export function checkName(name: string, problems: Problems): void {
  problems.unless(name !== '', 'name', 'missing', 'the name is missing');
  problems.unless(name.length <= NAME_MAX, 'name', 'too_long', `the name has at most ${NAME_MAX} characters`);
  problems.unless(
    name.isWellFormed() && !/\p{Cc}|\p{Cf}/u.test(name),
    'name',
    'characters',
    'the name has characters that nobody can see',
  );
}
