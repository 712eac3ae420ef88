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
import { faultsOf, missingOf } from './form-checks.ts';

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

it('a declaration of intent is sent as a whole, and only of a company', () => {
  const declared: CustomerForm = {
    ...COMPANY,
    hasDeclaration: true,
    'declarationOfIntent.protocol': '08060120341234567-000001',
    'declarationOfIntent.receivedOn': '2026-01-10',
    'declarationOfIntent.validFrom': '2026-01-15',
    'declarationOfIntent.validTo': '2026-12-31',
    'declarationOfIntent.ceiling': '50.000,00',
  };
  deepEqual(changesOf(COMPANY, declared), {
    declarationOfIntent: {
      protocol: '08060120341234567-000001',
      receivedOn: '2026-01-10',
      validFrom: '2026-01-15',
      validTo: '2026-12-31',
      ceiling: 5_000_000,
    },
  });
  equal(bodyOf({ ...declared, kind: 'private' }).declarationOfIntent, null);
  deepEqual(Object.values(faultsOf(declared)).filter(Boolean), []);
  const half = {
    ...declared,
    'declarationOfIntent.protocol': '0806',
    'declarationOfIntent.validTo': '2026-01-01',
  };
  const { 'declarationOfIntent.protocol': protocol, 'declarationOfIntent.validTo': ends } = faultsOf(half);
  deepEqual([protocol, ends], ['protocol', 'ends']);
  equal(
    missingOf({ ...declared, 'declarationOfIntent.validFrom': '' })['declarationOfIntent.validFrom'],
    'missing',
  );
});
