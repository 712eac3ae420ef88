import { deepEqual, equal } from 'node:assert/strict';
import { it } from 'node:test';
import {
  bodyOf,
  changesOf,
  creationOf,
  emptyForm,
  nextCode,
  ofKind,
  type CustomerForm,
} from './customer-form.ts';

const COMPANY: CustomerForm = {
  ...emptyForm(),
  ...ofKind('company'),
  code: 'C1',
  name: 'Rossi srl',
  vatNumber: '0074 3110157',
  'address.street': 'Via Roma',
  'address.postcode': '33100',
  'address.city': 'Udine',
  'address.province': 'ud',
  contacts: [{ role: 'billing', name: '', email: '', phone: '' }],
};

it('only what is changed is sent, the address as a whole', () => {
  equal(changesOf(COMPANY, { ...COMPANY, 'address.province': 'UD ' }), undefined);
  deepEqual(changesOf(COMPANY, { ...COMPANY, 'address.houseNumber': '7', notes: 'ok' }), {
    address: {
      street: 'Via Roma',
      houseNumber: '7',
      postcode: '33100',
      city: 'Udine',
      province: 'UD',
      country: 'IT',
    },
    notes: 'ok',
  });
});

it('what a kind does not have goes when the kind changes', () => {
  const changes = changesOf(COMPANY, { ...COMPANY, ...ofKind('private'), lastName: 'Rossi' });
  deepEqual(changes, { kind: 'private', name: null, vatNumber: null, lastName: 'Rossi' });
  equal(bodyOf({ ...COMPANY, ...ofKind('public_body') }).splitPayment, true);
});

it('what is left out of a new one is not sent', () => {
  const { code, vatNumber, contacts, ...rest } = creationOf(COMPANY);
  deepEqual([code, vatNumber, contacts], ['C1', '00743110157', []]);
  equal('taxCode' in rest || 'notes' in rest, false);
});

it('codes are counted on', () => {
  deepEqual(['C1072', 'C-0999', 'K', undefined].map(nextCode), ['C1073', 'C-1000', '', '']);
});
