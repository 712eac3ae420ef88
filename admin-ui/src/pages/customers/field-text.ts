import { date } from '../../app/format.ts';
import { texts } from '../../app/i18n.ts';
import type { CustomerForm, Field } from './customer-form.ts';

const DAYS = [
  'mandateDate',
  'declarationOfIntent.receivedOn',
  'declarationOfIntent.validFrom',
  'declarationOfIntent.validTo',
] as const;
const isDay = (field: Field): field is (typeof DAYS)[number] => DAYS.some((one) => one === field);

type T = (key: string) => string;

/** What a field holds, as people read it. */
export function fieldText({ form, field, t }: { form: CustomerForm; field: Field; t: T }): string {
  if (field === 'kind') return t(`kinds.${form.kind}`);
  if (field === 'language') return t(`languages.${form.language}`);
  if (field === 'paymentMethod') return t(`methods.${form.paymentMethod}`);
  if (field === 'splitPayment' || field === 'withholding' || field === 'hasDeclaration')
    return texts.t(form[field] ? 'action.yes' : 'action.no');
  if (isDay(field)) return form[field] && date(form[field]);
  if (field !== 'contacts') return form[field];
  return form.contacts
    .map(({ role, ...rest }) =>
      [t(`roles.${role}`), rest.name, rest.email, rest.phone].filter(Boolean).join(' '),
    )
    .join('\n');
}
