import type { PluginContext } from '@traliccio/sdk';
import type { Channel } from './message-log.ts';

/** The plugin's health, of which each channel knows its part: a mail that goes out does not mend the SMS. */
export class ChannelHealth {
  readonly #health: PluginContext['health'];
  readonly #troubles = new Map<Channel, string>();

  constructor({ health }: Pick<PluginContext, 'health'>) {
    this.#health = health;
  }

  well(channel: Channel): void {
    if (this.#troubles.delete(channel)) this.#tell();
  }

  troubled(channel: Channel, why: string): void {
    this.#troubles.set(channel, why);
    this.#tell();
  }

  #tell(): void {
    if (this.#troubles.size === 0) this.#health.set('ok');
    else this.#health.set('degraded', [...this.#troubles.values()].join('; '));
  }
}
