import type { Static, TObject } from 'typebox';
import valid from 'semver/functions/valid.js';
import validRange from 'semver/ranges/valid.js';

/** Text in both languages of the product. */
export type Label = { readonly it: string; readonly en: string };
export type Edition = 'BASIC' | 'PRO';

/**
 * What a plugin is, as pure data: the host lists, checks and explains a plugin by it without running any of its code.
 */
export type Manifest<S extends TObject = TObject> = {
  /** Lower-case words joined by hyphens; prefix of the plugin's tables, with underscores. */
  readonly id: string;
  readonly version: string;
  /** The range of SDK versions that it runs with: `^1.0.0`. */
  readonly sdk: string;
  readonly label: Label;
  readonly description: Label;
  readonly edition: Edition;
  /** Names of the capabilities that it provides. */
  readonly provides?: readonly string[];
  /** Names of the capabilities that it asks for; missing ones show in its health, and stop nothing. */
  readonly uses?: readonly string[];
  /** Ids of plugins that must be enabled for it to start. */
  readonly requires?: readonly string[];
  readonly permissions?: readonly { readonly id: string; readonly label: Label }[];
  /** TypeBox schema of the settings; each property has a default. A string of format `secret` is write-only. */
  readonly settings?: S;
  readonly ui?: PluginUi;
};

/** What a plugin has for operators' browsers. Everything in the folder of `entry` can be asked for by anybody. */
export type PluginUi = {
  /** Module with `definePages` as default export, in a folder of the package: `./ui/index.js`. */
  readonly entry: string;
  /** Style sheets in the same folder or below it: `./ui/hello.css`. */
  readonly styles?: readonly string[];
};

export type SettingsOf<S extends TObject> = Static<S>;

/**
 * Declares a manifest, and refuses one that can't be right.
 * @throws TypeError naming the field
 * @example defineManifest({ id: 'sms-acme', version: '1.0.0', sdk: '^1.0.0', ... })
 */
export function defineManifest<const S extends TObject = TObject>(manifest: Manifest<S>): Manifest<S> {
  const wrong = (field: string, why: string): never => {
    throw new TypeError(`manifest of plugin ${JSON.stringify(manifest.id)}: ${field} ${why}`);
  };
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(manifest.id))
    wrong('id', 'must be lower-case words joined by hyphens');
  if (!valid(manifest.version)) wrong('version', 'must be a semantic version');
  if (!validRange(manifest.sdk)) wrong('sdk', 'must be a range of semantic versions');
  return manifest;
}
