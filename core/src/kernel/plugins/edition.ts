import type { Edition } from '@traliccio/sdk';
import { SYSTEM, type Actor } from '../audit/audit.ts';
import type { Kernel } from '../kernel.ts';
import type { Editions } from './editions.ts';

export type EditionStatus = {
  readonly edition: Edition;
  readonly plugins: readonly { readonly id: string; readonly edition: Edition; readonly enabled: boolean }[];
};

/** Which set of plugins an installation has. Going to another enables what it adds, and stops nothing. */
export class EditionChoice {
  readonly #kernel: Kernel;
  readonly #editions: Editions;

  constructor(kernel: Kernel, editions: Editions) {
    this.#kernel = kernel;
    this.#editions = editions;
  }

  async status(): Promise<EditionStatus> {
    const rows = await this.#kernel.plugins.list();
    const enabled = new Set(rows.filter((one) => one.state !== 'disabled').map((one) => one.id));
    const plugins = (['BASIC', 'PRO'] as const).flatMap((edition) =>
      this.#editions[edition].map((id) => ({ id, edition, enabled: enabled.has(id) })),
    );
    return { edition: await this.#stored(), plugins };
  }

  /** @throws Conflict when a plugin of it can't be started: then nothing has changed */
  async set(edition: Edition, actor: Actor = SYSTEM): Promise<EditionStatus> {
    const { plugins } = await this.status();
    const wanted = plugins.filter((one) => !one.enabled && (edition === 'PRO' || one.edition === 'BASIC'));
    if (wanted.length > 0)
      await this.#kernel.pluginChanges.enableAll(
        wanted.map((one) => one.id),
        actor,
      );
    const { database, audit, clock } = this.#kernel;
    await database.transaction(async (tx) => {
      await tx.upsert('edition', ['id', 'name', 'changed_at'], [[1, edition, clock.now()]], {
        key: ['id'],
        update: ['name', 'changed_at'],
      });
      await audit.record(tx, {
        actor,
        action: 'edition.set',
        entity: 'edition',
        entityId: 1,
        detail: { edition },
      });
    });
    return this.status();
  }

  async #stored(): Promise<Edition> {
    const [row] = await this.#kernel.database.sql.all<{ name: Edition }>('SELECT name FROM edition');
    return row?.name ?? 'BASIC';
  }
}
