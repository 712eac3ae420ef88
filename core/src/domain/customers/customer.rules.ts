import { checkAddress, checkText, isCode, isEmail } from '../address.ts';
import { isIban, isPaymentMethod, PAYMENT_DAYS_MAX } from '../bank.ts';
import { type Problem, Problems } from '../problem.ts';
import { isEntityTaxCode, isPersonalTaxCode, isVatNumber } from '../tax-ids.ts';
import { isNatura } from '../vat.ts';
import { type ContactInput, CUSTOMER_KINDS, type CustomerValues } from './customer.input.ts';

/** What keeps a customer from being invoiced as the SDI wants it, by kind (specification of FatturaPA 1.2, recipients). */
export function checkCustomer(customer: CustomerValues, contacts: readonly ContactInput[] = []): Problem[] {
  const problems = new Problems('customer');
  problems.unless(
    isCode(customer.code),
    'code',
    'invalid',
    'a code has up to 40 letters, digits and . _ / -',
  );
  if (!CUSTOMER_KINDS.includes(customer.kind)) {
    problems.add('kind', 'unknown', `the kind is one of ${CUSTOMER_KINDS.join(', ')}`);
    return problems.list;
  }
  checkName(customer, problems);
  checkIds(customer, problems);
  checkDelivery(customer, problems);
  checkAddress(customer, problems);
  if (customer.kind !== 'foreign' && customer.country !== 'IT')
    problems.add('country', 'not_italian', 'a customer with an address abroad has the kind foreign');
  if (customer.kind === 'foreign' && customer.country === 'IT')
    problems.add('country', 'not_foreign', 'a customer of the kind foreign has an address abroad');
  checkPayment(customer, problems);
  checkFacts(customer, problems);
  contacts.forEach((contact, i) => checkContact(contact, `contacts[${i}]`, problems));
  return problems.list;
}

function checkName(customer: CustomerValues, problems: Problems): void {
  const { firstName, lastName } = customer;
  if (customer.kind === 'private') {
    checkText(firstName ?? '', { field: 'first_name', max: 60 }, problems);
    checkText(lastName ?? '', { field: 'last_name', max: 60 }, problems);
    return;
  }
  checkText(customer.name, { field: 'name', max: 80 }, problems);
  if ((firstName === null) !== (lastName === null))
    problems.add(
      firstName === null ? 'first_name' : 'last_name',
      'missing',
      'given and family name stand together',
    );
  if (firstName !== null) checkText(firstName, { field: 'first_name', max: 60 }, problems);
  if (lastName !== null) checkText(lastName, { field: 'last_name', max: 60 }, problems);
}

function checkIds(customer: CustomerValues, problems: Problems): void {
  const { kind, taxCode, vatNumber, vatCountry } = customer;
  if (kind === 'foreign') {
    if (taxCode === null && vatNumber === null)
      problems.add(
        'vat_number',
        'missing',
        'a foreign customer needs a VAT number or another identifier of its country',
      );
    if (vatNumber !== null) {
      problems.unless(
        /^[A-Z0-9]{2,28}$/.test(vatNumber),
        'vat_number',
        'invalid',
        'the VAT number has 2 to 28 letters and digits, without the country',
      );
      problems.unless(
        vatCountry !== 'IT' && /^[A-Z]{2}$/.test(vatCountry ?? ''),
        'vat_country',
        'invalid',
        'the country of a foreign VAT number is two letters, not IT',
      );
    }
    if (taxCode !== null)
      problems.unless(
        /^[A-Z0-9]{2,28}$/.test(taxCode),
        'tax_code',
        'invalid',
        'the identifier has 2 to 28 letters and digits',
      );
    return;
  }
  if (vatNumber !== null) {
    if (kind === 'private')
      problems.add(
        'vat_number',
        'not_allowed',
        'a private customer has no partita IVA: a sole trader has the kind company',
      );
    problems.unless(
      isVatNumber(vatNumber),
      'vat_number',
      'invalid',
      `${vatNumber} is no partita IVA: 11 digits with a check digit`,
    );
    problems.unless(vatCountry === 'IT', 'vat_country', 'invalid', 'the country of a partita IVA is IT');
  } else if (kind === 'company') {
    problems.add('vat_number', 'missing', 'a company has a partita IVA');
  }
  checkTaxCode(customer, problems);
}

function checkTaxCode({ kind, taxCode }: CustomerValues, problems: Problems): void {
  if (taxCode === null) {
    if (kind !== 'company') problems.add('tax_code', 'missing', 'the codice fiscale is missing');
    return;
  }
  const person = isPersonalTaxCode(taxCode);
  const entity = isEntityTaxCode(taxCode);
  if (!person && !entity)
    problems.add(
      'tax_code',
      'invalid',
      `${taxCode} is no codice fiscale: its shape or its check character is wrong`,
    );
  else if (kind === 'private' && !person)
    problems.add('tax_code', 'not_personal', 'the codice fiscale of a private customer has 16 characters');
  else if ((kind === 'public_body' || kind === 'condominium') && !entity)
    problems.add(
      'tax_code',
      'not_entity',
      'the codice fiscale of a public body or condominium has 11 digits',
    );
}

const DELIVERY = {
  private: [/^[A-Z0-9]{7}$/, '0000000 or 7 characters'],
  company: [/^[A-Z0-9]{7}$/, '0000000 or 7 characters'],
  condominium: [/^[A-Z0-9]{7}$/, '0000000 or 7 characters'],
  public_body: [/^[A-Z0-9]{6}$/, 'the 6 characters of the IPA'],
  foreign: [/^X{7}$/, 'XXXXXXX'],
} as const;

function checkDelivery({ kind, codiceDestinatario, pec }: CustomerValues, problems: Problems): void {
  const [shape, says] = DELIVERY[kind];
  const fits = shape.test(codiceDestinatario) && (kind === 'foreign' || codiceDestinatario !== 'XXXXXXX');
  problems.unless(
    fits,
    'codice_destinatario',
    'invalid',
    `the codice destinatario of this kind of customer is ${says}`,
  );
  if (pec !== null) problems.unless(isEmail(pec), 'pec', 'invalid', `${pec} is no address of certified mail`);
}

function checkPayment(customer: CustomerValues, problems: Problems): void {
  problems.unless(
    isPaymentMethod(customer.paymentMethod),
    'payment_method',
    'invalid',
    'the payment method is MP01 to MP23',
  );
  problems.unless(
    Number.isInteger(customer.paymentDays) &&
      customer.paymentDays >= 0 &&
      customer.paymentDays <= PAYMENT_DAYS_MAX,
    'payment_days',
    'invalid',
    `the days to pay are 0 to ${PAYMENT_DAYS_MAX}`,
  );
  if (customer.iban !== null)
    problems.unless(
      isIban(customer.iban),
      'iban',
      'invalid',
      `${customer.iban} is no IBAN: its check digits are wrong`,
    );
  if (customer.mandateId !== null)
    problems.unless(
      /^[A-Za-z0-9+?/:().,' -]{1,35}$/.test(customer.mandateId),
      'mandate_id',
      'invalid',
      'a mandate has up to 35 characters of the SEPA set',
    );
  if (customer.vatNatura !== null) {
    problems.unless(
      isNatura(customer.vatNatura),
      'vat_natura',
      'invalid',
      'the natura is one of FatturaPA: N2.1, N3.5 ...',
    );
    if (customer.vatReference === null)
      problems.add('vat_reference', 'missing', 'a natura needs the law that it rests on');
  }
  if (customer.vatReference !== null)
    checkText(customer.vatReference, { field: 'vat_reference', max: 100 }, problems);
}

/** What its documents say of taxes besides VAT, and of a declaration of intent. */
function checkFacts(customer: CustomerValues, problems: Problems): void {
  const { kind, intentProtocol, intentValidFrom, intentValidTo, intentReceivedOn } = customer;
  if (customer.withholding && kind !== 'condominium')
    problems.add('withholding', 'not_allowed', 'only a condominium keeps back 4 % of what it pays');
  if (intentProtocol === null) return;
  problems.unless(
    /^\d{17}-\d{6}$/.test(intentProtocol),
    'declaration_of_intent.protocol',
    'invalid',
    'the protocol of a declaration of intent has 17 digits, a dash and 6 digits',
  );
  if (kind === 'private' || kind === 'foreign')
    problems.add(
      'declaration_of_intent',
      'not_allowed',
      'only who has a partita IVA sends a declaration of intent',
    );
  if (intentValidFrom !== null && intentValidTo !== null && intentValidTo < intentValidFrom)
    problems.add(
      'declaration_of_intent.valid_to',
      'invalid',
      'the last day of a declaration of intent comes before its first',
    );
  if (intentReceivedOn !== null && intentValidTo !== null && intentValidTo < intentReceivedOn)
    problems.add(
      'declaration_of_intent.received_on',
      'invalid',
      'a declaration of intent is received before it ends',
    );
}

/** Which contact it is stands in the path, what it is for in the code. */
function checkContact({ role, email, phone }: ContactInput, path: string, problems: Problems): void {
  if (email && !isEmail(email))
    problems.list.push({
      field: `${path}.email`,
      code: `customer.${role}_email_invalid`,
      message: `${email} is no e-mail address`,
    });
  if (phone && !/^(?=.{5,20}$)\+?[0-9 ./-]+$/.test(phone))
    problems.list.push({
      field: `${path}.phone`,
      code: `customer.${role}_phone_invalid`,
      message: `${phone} is no telephone number`,
    });
}
