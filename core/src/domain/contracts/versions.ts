import type { PlainDate } from '@traliccio/sdk';

type Version = { readonly validFrom: PlainDate; validTo: PlainDate | null; readonly startsItem: boolean };

/** The version that holds on a day, of versions of one item. */
export const versionOn = <V extends Version>(versions: readonly V[], day: PlainDate): V | undefined =>
  versions.find((v) => v.validFrom <= day && (v.validTo === null || v.validTo > day));

/**
 * Makes room for a version from a day on: the one that holds then ends, later ones become empty. They keep their rows,
 * since they may have been charged. Returns how the new version begins, and until when it holds.
 */
export function supersede(
  versions: readonly Version[],
  from: PlainDate,
): { readonly startsItem: boolean; readonly validTo: PlainDate | null } {
  const live = versions.filter((v) => v.validTo === null || v.validTo > v.validFrom);
  const validTo = live.reduce<PlainDate | null>(
    (last, v) => (last === null || v.validTo === null ? null : v.validTo > last ? v.validTo : last),
    live[0]?.validTo ?? null,
  );
  const startsItem = !live.some((v) => v.validFrom < from);
  for (const version of live) {
    if (version.validTo !== null && version.validTo <= from) continue;
    version.validTo = version.validFrom < from ? from : version.validFrom;
  }
  return { startsItem, validTo };
}
