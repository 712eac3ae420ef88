/** Kinds of runs that others than those who see all jobs see too, by who may start them. */
const ALSO: Readonly<Record<string, string>> = {
  billing: 'billing.run',
  billing_preview: 'billing.run',
};

/** Whether somebody with these permissions sees runs of this kind. */
export function seesRun(can: (permission: string) => boolean, kind: string): boolean {
  const also = Object.hasOwn(ALSO, kind) ? ALSO[kind] : undefined;
  return can('jobs.read') || (also !== undefined && can(also));
}
