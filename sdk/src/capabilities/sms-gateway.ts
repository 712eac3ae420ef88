import type { PhoneNumber } from '../phone.ts';
import { defineCapability, type Call } from './token.ts';

/**
 * Hands one text message to one number. It costs money and can't be called back, so whoever calls never repeats a
 * message whose outcome is unknown by itself.
 *
 * @example
 * const gateway = ctx.capabilities.find(SmsGateway);
 * const { providerId } = await gateway.send({ to: '+393471234567', text: 'Fattura 12: 72,60 €' }, { key, signal });
 */
export interface SmsGateway {
  /**
   * `call.key` goes to the other side where it takes one, as a hash. The gateway decides who is shown as sender: an
   * alias must be registered with each supplier (AGCOM 12/23/CIR).
   *
   * @throws RetryLater when it can't be taken now, and nothing went out
   * @throws Refused when it never will: `sms.number`, `sms.text`, `sms.too_long`, or the gateway's own refusal
   * @throws Unknown when it may have gone out: the answer got lost, or can't be read
   */
  send(sms: Sms, call: Call): Promise<SmsAccepted>;
  /**
   * What is left to send with, where the other side tells.
   * @throws RetryLater when it can't be asked now
   */
  balance?(call: Call): Promise<SmsBalance>;
}

export type Sms = {
  readonly to: PhoneNumber;
  /** Line ends are `\n`; no other control characters. `smsCost` tells what it costs, `plainSms` makes it cheaper. */
  readonly text: string;
};

export type SmsAccepted = {
  /** The other side has taken it. Whether it reached anybody is another matter. */
  readonly state: 'accepted';
  /** By which the other side knows the message; null where it gives none. */
  readonly providerId: string | null;
  /** Messages that are paid for. */
  readonly segments: number;
};

export type SmsBalance = {
  /** Whole cents for `EUR`, whole messages for `sms`. */
  readonly amount: number;
  readonly unit: 'EUR' | 'sms';
};

export const SmsGateway = defineCapability<SmsGateway>('SmsGateway', { many: false });
