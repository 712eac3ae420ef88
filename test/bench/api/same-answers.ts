import { deepStrictEqual } from 'node:assert/strict';
import type { Target } from './load.ts';
import type { Subject } from './subjects.ts';

/** How many answers are compared. */
const COMPARED = 20;

/** A floor that answers less would say nothing. @throws when product and floor do not say the same */
export async function sameAnswers(
  { product, floor }: Subject,
  { ours, bare }: { readonly ours: Target; readonly bare: Target },
): Promise<void> {
  for (const [i, path] of product.slice(0, COMPARED).entries()) {
    const [ourAnswer, bareAnswer] = await Promise.all([answer(ours, path), answer(bare, floor[i] as string)]);
    deepStrictEqual(
      bareAnswer,
      ourAnswer,
      `the floor answers ${floor[i]} otherwise than the product ${path}`,
    );
  }
}

async function answer({ url, token }: Target, path: string): Promise<object> {
  const response = await fetch(
    url + path,
    token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } },
  );
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  const body = (await response.json()) as Record<string, unknown>;
  // Cursors are made otherwise; that there is one is the same.
  return 'next' in body ? { ...body, next: body['next'] !== null } : body;
}
