import type { TestServer } from './http.ts';

/** A JSON schema, as far as ours use it. */
export type Schema = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly additionalProperties?: boolean | Schema;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly const?: unknown;
};
export type Parameter = {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
};
/** What the API offers, as its OpenAPI document says. */
export type Operation = {
  readonly id: string;
  readonly method: string;
  /** With its parameters: `/api/customers/{id}`. */
  readonly path: string;
  readonly permission: string;
  readonly parameters: readonly Parameter[];
  /** Of a JSON body. */
  readonly body: Schema | null;
  /** Media types of a file that it takes instead. */
  readonly uploads: readonly string[];
  readonly isStream: boolean;
};

type Described = {
  readonly operationId: string;
  readonly 'x-permission': string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
};

export async function operationsOf({ ask }: TestServer): Promise<Operation[]> {
  const { json } = await ask('GET', '/api/openapi.json', { token: null });
  const paths = json.paths as Readonly<Record<string, Readonly<Record<string, Described>>>>;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => {
      const content = one.requestBody?.content ?? {};
      const body = content['application/json']?.schema ?? null;
      return {
        id: one.operationId,
        method: method.toUpperCase(),
        path,
        permission: one['x-permission'],
        parameters: one.parameters ?? [],
        body,
        uploads: body ? [] : Object.keys(content),
        isStream: 'text/event-stream' in (one.responses['200']?.content ?? {}),
      };
    }),
  );
}

/** An address of the operation; parameters that are not given lead to what is there, or to nothing. */
export const addressOf = (operation: Operation, values: Readonly<Record<string, string>> = {}): string =>
  operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? valueOf(operation, name)),
  );

function valueOf({ path, parameters }: Operation, name: string): string {
  const there = THERE.find(([start]) => path.startsWith(start))?.[1];
  const { type, pattern = '', enum: words } = parameters.find((one) => one.name === name)?.schema ?? {};
  if (type !== 'string') return '1';
  return [there?.[name], ...(words ?? []), '1', 'main', 'x']
    .map(String)
    .find((one) => new RegExp(pattern).test(one))!;
}

const THERE: readonly (readonly [start: string, values: Readonly<Record<string, string>>])[] = [
  ['/api/documents/{id}/artifacts/', { kind: 'fatturapa' }],
  ['/api/imports/', { kind: 'customers' }],
  ['/api/plugins/', { id: 'fatturapa' }],
  ['/api/jobs/', { name: 'core.purge' }],
];
