/** What is stored and shown of an error; some carry whole documents. */
const LONGEST = 2_000;

/** What something thrown says. Plugins throw anything: `undefined`, objects without a prototype, errors that lie. */
export function messageOf(thrown: unknown): string {
  try {
    if (!(thrown instanceof Error)) return shortened(`threw ${String(thrown)}`);
    const { name, message } = thrown as { name: unknown; message: unknown };
    return shortened(String(message === '' ? name : message));
  } catch {
    return 'threw something that can not be shown';
  }
}

/** The names of its class and of those above it, since a plugin may bring an SDK, and so classes, of its own. */
export function classesOf(thrown: unknown): readonly string[] {
  const names: string[] = [];
  try {
    for (let p: unknown = thrown; typeof p === 'object' && p !== null; p = Object.getPrototypeOf(p))
      if (Object.hasOwn(p, 'constructor'))
        names.push(String((p as { constructor: { name: unknown } }).constructor.name));
  } catch {
    // A proxy that does not want to be looked at is of no class that we know.
  }
  return names;
}

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
