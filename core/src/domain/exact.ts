import type { EntitySchema, InferEntity } from '@mikro-orm/core';

/** MikroORM types a nullable property as `undefined` too; a row has null and nothing else. */
export type Exact<E> = { -readonly [K in Extract<keyof E, string>]: Exclude<E[K], undefined> };

export const exact = <S>(schema: S): EntitySchema<Exact<InferEntity<S>>> =>
  schema as unknown as EntitySchema<Exact<InferEntity<S>>>;
export type RowOf<S> = S extends EntitySchema<infer E> ? E : never;
