import type { operations } from '@traliccio/sdk/client';
import { api, dataOf, ifMatch } from '../../app/api.ts';

export type Issuer = operations['getIssuer']['responses'][200]['content']['application/json'];
export type IssuerInput = operations['postIssuer']['requestBody']['content']['application/json'];

/** What is known of the issuer, as it is sent back with something changed: what is left out would be forgotten. */
export function inputOf(issuer: Issuer): IssuerInput {
  const { id: _, vatCountry: __, version: ___, series: ____, ...same } = issuer;
  return same;
}

/** The issuer, null before there is one, and the year whose numbers are given now. */
export async function loadIssuer(): Promise<{ issuer: Issuer | null; year: number }> {
  const { hasIssuer, today } = await dataOf(api.GET('/api/dashboard'));
  return {
    issuer: hasIssuer ? await dataOf(api.GET('/api/issuer')) : null,
    year: Number(today.slice(0, 4)),
  };
}

export const saveIssuer = (body: IssuerInput, known: Issuer | null): Promise<Issuer> =>
  known
    ? dataOf(api.PUT('/api/issuer', { params: { header: ifMatch(known.version) }, body }))
    : dataOf(api.POST('/api/issuer', { body }));
