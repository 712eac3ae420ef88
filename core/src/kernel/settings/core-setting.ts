import { Invalid, type Label } from '@traliccio/sdk';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';

/** One of core's own settings, as data: it gives validation, types, and the form. */
export type CoreSetting<T extends TSchema = TSchema> = {
  /** `area.name`. */
  readonly name: string;
  readonly label: Label;
  readonly schema: T;
  readonly default: Static<T>;
};

export const coreSetting = <const T extends TSchema>(setting: CoreSetting<T>): CoreSetting<T> => setting;

/** @throws Invalid */
export function checkSetting({ name, schema }: CoreSetting, value: unknown): void {
  const [error] = Value.Errors(schema, value);
  if (error) throw new Invalid('setting.invalid', `the setting ${name} ${error.message}`, { field: name });
}
