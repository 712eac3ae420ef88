import type { SqlValue } from '@traliccio/sdk';
import { customerKeys } from '@traliccio/core/src/domain/customers/customer.keys.ts';
import { person } from './people.ts';

const CITIES = [
  ['Roma', 'RM', '00184'],
  ['Milano', 'MI', '20121'],
  ['Torino', 'TO', '10121'],
  ['Forlì', 'FC', '47121'],
  ['Bari', 'BA', '70121'],
] as const;

export const CUSTOMER = [
  'id',
  'code',
  'kind',
  'name',
  'name_key',
  'city_key',
  'first_name',
  'last_name',
  'tax_code',
  'codice_destinatario',
  'pec',
  'street',
  'house_number',
  'postcode',
  'city',
  'province',
  'country',
  'language',
  'payment_method',
  'payment_days',
  'created_at',
  'updated_at',
];

export function customer(n: number, now: number): SqlValue[] {
  const { first, last, taxCode } = person(n);
  const [city, province, postcode] = CITIES[n % CITIES.length]!;
  const name = `${first} ${last}`;
  const { nameKey, cityKey } = customerKeys({ name, city });
  return [
    n,
    `C${n}`,
    'private',
    name,
    nameKey,
    cityKey,
    first,
    last,
    taxCode,
    '0000000',
    `cliente${n}@pec.example.it`,
    'Via Garibaldi',
    String(1 + (n % 200)),
    postcode,
    city,
    province,
    'IT',
    'it',
    'MP19',
    15,
    now,
    now,
  ];
}
