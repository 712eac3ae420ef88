import { Conflict, type Capability } from '@traliccio/sdk';

export type Provided<T> = { readonly plugin: string; readonly provider: T };

/** Who does what for others. */
export class Capabilities {
  readonly #providers = new Map<string, Provided<unknown>[]>();

  /** @returns what takes the provider away again */
  provide<T>(plugin: string, capability: Capability<T>, provider: T): () => void {
    const there = this.#providers.get(capability.name) ?? [];
    const first = there[0];
    if (first && !capability.many)
      throw new Conflict(
        'plugin.second_provider',
        `only one plugin may provide ${capability.name}, and ${first.plugin} does: disable ${first.plugin} before ${plugin} is enabled`,
      );
    const entry: Provided<unknown> = { plugin, provider };
    this.#providers.set(
      capability.name,
      [...there, entry].sort((a, b) => (a.plugin < b.plugin ? -1 : a.plugin > b.plugin ? 1 : 0)),
    );
    return () => {
      const left = (this.#providers.get(capability.name) ?? []).filter((one) => one !== entry);
      this.#providers.set(capability.name, left);
    };
  }

  find<T>(capability: Capability<T>): T | undefined {
    return this.providers(capability)[0]?.provider;
  }

  /** All providers, by plugin id. */
  all<T>(capability: Capability<T>): readonly T[] {
    return this.providers(capability).map((one) => one.provider);
  }

  providers<T>(capability: Capability<T>): readonly Provided<T>[] {
    return (this.#providers.get(capability.name) ?? []) as Provided<T>[];
  }

  has(name: string): boolean {
    return (this.#providers.get(name) ?? []).length > 0;
  }

  providedBy(plugin: string): readonly string[] {
    return [...this.#providers]
      .filter(([, all]) => all.some((one) => one.plugin === plugin))
      .map(([name]) => name);
  }
}
