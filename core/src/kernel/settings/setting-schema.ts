import type { Manifest } from '@traliccio/sdk';

/** What is looked at of a JSON schema. */
type Node = {
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly patternProperties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: boolean | Node;
  readonly items?: Node | readonly Node[];
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly allOf?: readonly Node[];
};

/** All schemas that a value in one place may have to follow: of a union all alternatives, since any may be meant. */
export type Schemas = readonly Node[];

export const schemasOf = (manifest: Manifest): Schemas =>
  manifest.settings ? spread([manifest.settings as Node]) : [{ properties: {} }];

/** Where one alternative is a secret, all text is. */
export const isSecret = (schemas: Schemas): boolean => schemas.some((one) => one.format === 'secret');

export const typesIn = (schemas: Schemas): ReadonlySet<string> =>
  new Set(schemas.flatMap((one) => one.type ?? []));

/** Names of the members that are known by name. */
export const namesIn = (schemas: Schemas): readonly string[] =>
  schemas.flatMap((one) => Object.keys(one.properties ?? {}));

/** The schemas of a member, or of an element of a list. */
export function below(schemas: Schemas, name: string | number): Schemas {
  return spread(
    schemas.flatMap((one) => (typeof name === 'number' ? elementOf(one, name) : memberOf(one, name))),
  );
}

/** Whether an object in this place may have such a member. What a schema doesn't name is a mistake, not an extra. */
export function knows(schemas: Schemas, name: string): boolean {
  const ofObjects = schemas.filter(
    (one) => one.properties ?? one.patternProperties ?? one.additionalProperties,
  );
  return (
    ofObjects.length === 0 ||
    ofObjects.some((one) => one.additionalProperties === true || memberOf(one, name).length > 0)
  );
}

/** What keeps a schema of settings from being used; undefined when nothing does. Secrets must be found by looking at it. */
export function schemaProblem(schema: unknown, path = 'settings'): string | undefined {
  if (typeof schema !== 'object' || schema === null) return undefined;
  const { $ref, format, type, default: preset } = schema as Readonly<Record<string, unknown>>;
  if (typeof $ref === 'string') return `${path} must be written out, without references`;
  if (format === 'secret' && type !== 'string') return `${path} must be text, as a secret is`;
  if (format === 'secret' && preset !== undefined && preset !== '')
    return `${path} must have no default, as a secret is no secret then`;
  for (const [name, inner] of Object.entries(schema)) {
    const problem = schemaProblem(inner, `${path}.${name}`);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function memberOf(node: Node, name: string): readonly Node[] {
  if (node.properties && Object.hasOwn(node.properties, name)) return [node.properties[name]!];
  const byPattern = Object.entries(node.patternProperties ?? {})
    .filter(([pattern]) => new RegExp(pattern, 'u').test(name))
    .map(([, schema]) => schema);
  if (byPattern.length > 0) return byPattern;
  return typeof node.additionalProperties === 'object' ? [node.additionalProperties] : [];
}

function elementOf({ items }: Node, index: number): readonly Node[] {
  if (items === undefined) return [];
  return 'length' in items ? (items[index] ? [items[index]] : []) : [items];
}

const spread = (nodes: Schemas): Schemas =>
  nodes.flatMap((one) => [
    one,
    ...spread([...(one.anyOf ?? []), ...(one.oneOf ?? []), ...(one.allOf ?? [])]),
  ]);
