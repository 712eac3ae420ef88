import { deepEqual, equal } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Conflict, Invalid, NotFound, TraliccioError } from '@traliccio/sdk';
import { apiPath, translated } from './api-terms.ts';
import { within } from './problem.ts';

const NAMES = { street: 'address.street', price: 'priceE8' };

describe('the fields of the rules', () => {
  const paths: [rule: string, api: string][] = [
    ['code', 'code'],
    ['vat_number', 'vatNumber'],
    ['street', 'address.street'],
    ['address.house_number', 'address.houseNumber'],
    ['items[0].price', 'items[0].priceE8'],
    ['prices[12].vat_rate', 'prices[12].vatRate'],
    ['contacts[1].email', 'contacts[1].email'],
    ['sdiFile.last', 'sdiFile.last'],
    ['constructor', 'constructor'],
  ];
  for (const [rule, api] of paths) it(`${rule} is ${api}`, () => equal(apiPath(rule, NAMES), api));
});

describe('an error in terms of the API', () => {
  const said = (error: unknown, fields: readonly string[] = []) => {
    const again = translated(error, NAMES, fields);
    return again instanceof TraliccioError
      ? [again.constructor.name, again.code, again.field, again.message]
      : again;
  };

  it('has the path of its field, in its message too', () => {
    deepEqual(said(new Invalid('c.street_missing', 'street is missing', { field: 'street' })), [
      'Invalid',
      'c.street_missing',
      'address.street',
      'address.street is missing',
    ]);
    deepEqual(said(new Conflict('p.price_taken', 'it has one', { field: 'valid_from' })), [
      'Conflict',
      'p.price_taken',
      'validFrom',
      'it has one',
    ]);
  });

  it('refuses a body that refers to what is not there, and finds nothing at an address without it', () => {
    const unknown = new NotFound('customer.not_found', 'no C9', { field: 'customer' });
    deepEqual(said(unknown, ['customer']), ['Invalid', 'customer.not_found', 'customer', 'no C9']);
    deepEqual(said(unknown, ['reason']), ['NotFound', 'customer.not_found', undefined, 'no C9']);
  });

  it('is left alone when it names no field, or is none of ours', () => {
    for (const error of [new Conflict('contract.closed', 'closed'), new RangeError('no'), 'thrown'])
      equal(translated(error, NAMES, []), error);
  });

  it('says which part of the input is wrong', async () => {
    const inside = await within('items[2]', async () => {
      throw new NotFound('plan.not_found', 'there is no plan X', { field: 'plan' });
    }).catch((error: unknown) => error);
    deepEqual(said(inside, ['items']), ['Invalid', 'plan.not_found', 'items[2].plan', 'there is no plan X']);
  });
});
