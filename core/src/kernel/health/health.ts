export type HealthState = { readonly state: 'ok' | 'degraded'; readonly reason: string | null };

/** What plugins say of themselves, in this process. */
export class Health {
  readonly #said = new Map<string, HealthState>();

  set(plugin: string, state: HealthState['state'], reason?: string): void {
    this.#said.set(plugin, { state, reason: reason ?? null });
  }

  of(plugin: string): HealthState {
    return this.#said.get(plugin) ?? { state: 'ok', reason: null };
  }

  forget(plugin: string): void {
    this.#said.delete(plugin);
  }
}
