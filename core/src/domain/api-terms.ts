import { Invalid, NotFound, TraliccioError } from '@traliccio/sdk';
import type { CoreRoute } from '../kernel/http/route.ts';
import { sayAgain } from './problem.ts';

/** What the API calls a field whose name in the rules, which is that of imported files, is not just written otherwise. */
export type ApiNames = Readonly<Record<string, string>>;

/** Makes routes refuse fields by the paths that the API has them under: `tax_code` as `taxCode`. */
export const inApiTerms = (names: ApiNames, routes: readonly CoreRoute[]): readonly CoreRoute[] =>
  routes.map((one) => ({
    ...one,
    async handler(request, tx) {
      try {
        return await one.handler(request, tx);
      } catch (error) {
        throw translated(error, names, fieldsOf(one));
      }
    },
  }));

/** `items[0].vat_rate` is `items[0].vatRate`. */
export const apiPath = (field: string, names: ApiNames): string =>
  field
    .split('.')
    .map((part) => {
      const at = part.indexOf('[');
      const [name, index] = at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at)];
      return (Object.hasOwn(names, name) ? (names[name] as string) : camel(name)) + index;
    })
    .join('.');

/** What a body refers to and isn't there makes the body wrong; only what the address names is not found. */
export function translated(error: unknown, names: ApiNames, fields: readonly string[]): unknown {
  if (!(error instanceof TraliccioError) || error.field === undefined) return error;
  const field = apiPath(error.field, names);
  const message = inMessage(error, field);
  if (!(error instanceof NotFound)) return sayAgain(error, { message, field });
  return fields.includes(/^\w+/.exec(field)?.[0] ?? '')
    ? new Invalid(error.code, message, { field, cause: error })
    : sayAgain(error, { message, field: undefined });
}

const fieldsOf = ({ body }: CoreRoute): string[] =>
  Object.keys((body as { properties?: object } | undefined)?.properties ?? {});

/** Some messages begin with the field. */
function inMessage({ message, field = '' }: TraliccioError, path: string): string {
  const name = [field, field.slice(field.lastIndexOf('.') + 1)].find((n) => message.startsWith(`${n} `));
  return name === undefined ? message : path + message.slice(name.length);
}

const camel = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
