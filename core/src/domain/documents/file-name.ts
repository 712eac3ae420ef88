/** A name that stays in its folder, and in its header, whatever it was. */
export const safeName = (name: string): string =>
  name
    .replace(/[^A-Za-z0-9._-]+/g, '_')
    .replace(/^\.+/, '_')
    .slice(0, 120) || '_';
