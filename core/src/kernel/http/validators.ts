import { Ajv, type ErrorObject } from 'ajv';
import formats from 'ajv-formats';
import type { TSchema } from 'typebox';
import { HttpError } from './problem.ts';

export type Part = 'body' | 'params' | 'query';
export type Check = (value: unknown) => void;

/**
 * Compiles what a route takes into a check that throws with the field that is wrong. Nothing is dropped, filled in or
 * turned into something else, except that parameters, which are text, become what their schema says.
 */
export function checkOf(part: Part, schema: TSchema): Check {
  const check = (part === 'body' ? STRICT : TEXT).compile(schema);
  // Kept by whoever asked, not for ever.
  (part === 'body' ? STRICT : TEXT).removeSchema(schema);
  return (value) => {
    if (check(value)) return refuseInfinite(part, value);
    const errors = (check.errors ?? []).map((one) => ({ field: fieldOf(one), message: messageOf(one) }));
    const first = errors[0];
    throw new HttpError(
      400,
      part === 'body' ? 'request.body' : 'request.parameters',
      first ? `${first.field || WHOLE[part]} ${first.message}` : 'the request does not fit its schema',
      { ...(first?.field ? { field: first.field } : {}), errors },
    );
  };
}

const STRICT = ajv({ coerceTypes: false });
const TEXT = ajv({ coerceTypes: true, useDefaults: true });

const WHOLE: Readonly<Record<Part, string>> = {
  body: 'the body',
  params: 'the address',
  query: 'a parameter without a name',
};

function ajv(options: { coerceTypes: boolean; useDefaults?: boolean }): Ajv {
  const one = new Ajv({
    removeAdditional: false,
    // Ours, and looked at by a test: the meta-schema would cost more than all of them.
    meta: false,
    validateSchema: false,
    strict: true,
    strictTypes: false,
    strictTuples: false,
    allowUnionTypes: true,
    ...options,
  });
  formats.default(one);
  return one;
}

/** Ajv turns the text "Infinity" into a number, and then looks at no limit of it. */
function refuseInfinite(part: Part, value: unknown): void {
  if (part === 'body') return;
  for (const [field, one] of Object.entries(value as object))
    if (typeof one === 'number' && !Number.isFinite(one))
      throw new HttpError(400, 'request.parameters', `${field} must be a number`, {
        field,
        errors: [{ field, message: 'must be a number' }],
      });
}

/** `contacts[0].email` */
function fieldOf(error: ErrorObject): string {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const params = error.params as { missingProperty?: string; additionalProperty?: string };
  const last = params.missingProperty ?? params.additionalProperty;
  if (last !== undefined) path.push(last);
  return path.reduce(
    (text, part) => (/^\d+$/.test(part) ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );
}

function messageOf(error: ErrorObject): string {
  if (error.keyword === 'additionalProperties') return 'is no field of it';
  if (error.keyword === 'required') return 'is missing';
  if (error.keyword === 'enum')
    return `must be one of ${(error.params as { allowedValues: unknown[] }).allowedValues.join(', ')}`;
  return error.message ?? 'is wrong';
}
