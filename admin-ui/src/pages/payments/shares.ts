export type Owed = { readonly id: number; readonly open: number; readonly pending: number };

/** What an amount pays of invoices that are given oldest first, in cents, as the server does it. */
export function oldestFirst(items: readonly Owed[], amount: number): ReadonlyMap<number, number> {
  const shares = new Map<number, number>();
  let rest = amount;
  for (const { id, open, pending } of items) {
    const share = Math.min(rest, open - pending);
    if (share > 0) shares.set(id, share);
    rest -= Math.max(0, share);
  }
  return shares;
}
