import type { Contract } from './contract.ts';

/** Where something is installed, as a form has it: what is not known is an empty text. */
export type Address = Record<'street' | 'houseNumber' | 'postcode' | 'city' | 'province', string>;

export const addressOf = (address: Contract['installAddress']): Address => ({
  street: address?.street ?? '',
  houseNumber: address?.houseNumber ?? '',
  postcode: address?.postcode ?? '',
  city: address?.city ?? '',
  province: address?.province ?? '',
});

/** What is typed, as the server takes it: nothing is null. */
export const sentAddress = (address: Address): NonNullable<Contract['installAddress']> => {
  const or = (text: string): string | null => text.trim() || null;
  return {
    street: or(address.street),
    houseNumber: or(address.houseNumber),
    postcode: or(address.postcode),
    city: or(address.city),
    province: or(address.province.toUpperCase()),
  };
};

export const addressText = (address: Contract['installAddress']): string => {
  if (!address) return '';
  const { street, houseNumber, postcode, city, province } = address;
  const town = [postcode, city, province && `(${province})`].filter(Boolean).join(' ');
  return [[street, houseNumber].filter(Boolean).join(' '), town].filter(Boolean).join(', ');
};
