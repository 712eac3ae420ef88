/** What a template may name, and what stands for it. */
export type Values = Readonly<Record<string, string>>;

const PLACEHOLDER = /\{\{\s*([\w.]+)\s*\}\}/g;

/** Puts values in, once: what stands in a value is no placeholder, whatever it looks like. */
export const fill = (template: string, values: Values): string =>
  template.replaceAll(PLACEHOLDER, (whole, name: string) => values[name] ?? whole);

/** The same in every text of a JSON value. Its structure stays, so no value can add to it. */
export function fillAll(template: unknown, values: Values): unknown {
  if (typeof template === 'string') return fill(template, values);
  if (Array.isArray(template)) return template.map((one) => fillAll(one, values));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([name, one]) => [name, fillAll(one, values)]));
}

/** The names in a template, of any depth. */
export function namesIn(template: unknown): string[] {
  if (typeof template === 'string')
    return [...template.matchAll(PLACEHOLDER)].map((match) => match[1] as string);
  if (typeof template !== 'object' || template === null) return [];
  return Object.values(template).flatMap(namesIn);
}
