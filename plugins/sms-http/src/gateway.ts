import {
  checkSms,
  parseDecimal,
  type PluginContext,
  Refused,
  RetryLater,
  type SmsGateway,
  takeSendingTurn,
  Unknown,
} from '@traliccio/sdk';
import { exchange, type HttpAnswer, type HttpRequest } from './exchange.ts';
import { textAt } from './json-path.ts';
import { TURNS } from './migrations.ts';
import type { Plan, Settings } from './plan.ts';
import { balanceRequest, messageRequest } from './requests.ts';
import { type Verdict, verdictOn } from './verdict.ts';

export type Context = Pick<PluginContext, 'transaction' | 'health'> & { readonly settings: Settings };
export type Patience = { readonly connectMs?: number; readonly answerMs?: number };

/** Sends through the gateway of the settings. */
export function httpGateway(ctx: Context, plan: Plan, patience: Patience = {}): SmsGateway {
  const { settings } = ctx;
  const turns = { table: TURNS, account: plan.account, limits: settings };
  const ask = async (request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> => {
    try {
      return await exchange(request, { ...patience, network: settings.network, signal });
    } catch (error) {
      if (error instanceof RetryLater && !signal.aborted) ctx.health.set('degraded', error.message);
      throw error;
    }
  };

  const gateway: SmsGateway = {
    async send(sms, { key, signal }) {
      const cost = checkSms(sms, settings);
      if (signal.aborted) throw new RetryLater('the SMS was not sent: the caller gave up first');
      await takeSendingTurn(ctx, turns, signal);
      const answer = await ask(messageRequest(plan, sms, { key, cost }), signal);
      const verdict = verdictOn(answer, plan.gateway);
      if (verdict.kind !== 'accepted') {
        const error = errorFor(verdict, sayingOf(answer, plan));
        if (verdict.kind === 'later' && verdict.isTrouble) ctx.health.set('degraded', error.message);
        throw error;
      }
      ctx.health.set('ok');
      return { state: 'accepted', providerId: verdict.providerId, segments: cost.segments };
    },
  };
  const { balanceUrl } = plan;
  if (!balanceUrl) return gateway;
  return {
    ...gateway,
    async balance({ key, signal }) {
      const answer = await ask(balanceRequest(plan, balanceUrl, key), signal).catch((error: unknown) => {
        // Asking changes nothing: there is nothing to be in doubt about.
        throw error instanceof Unknown ? new RetryLater(error.message, { cause: error }) : error;
      });
      const { path, unit } = plan.gateway.balance;
      const amount = wholeUnits(textAt(answer.body, path) ?? '', unit);
      if (answer.status !== 200 || amount === undefined)
        throw new RetryLater(`the gateway does not tell its balance: ${sayingOf(answer, plan)}`);
      return { amount, unit };
    },
  };
}

function errorFor(
  verdict: Exclude<Verdict, { kind: 'accepted' }>,
  said: string,
): Refused | RetryLater | Unknown {
  if (verdict.kind === 'refused') return new Refused('sms.refused', `the gateway refuses the SMS: ${said}`);
  if (verdict.kind === 'unknown')
    return new Unknown(`the gateway may have taken the SMS, and answers what nobody expected: ${said}`);
  const why = verdict.isTrouble
    ? 'the gateway takes nothing from this account'
    : 'the gateway asks to try later';
  const { afterSeconds } = verdict;
  return new RetryLater(`${why}: ${said}`, afterSeconds === undefined ? {} : { afterSeconds });
}

/** Gateways count in fractions of a cent, and some of a message. */
const wholeUnits = (text: string, unit: 'EUR' | 'sms'): number | undefined =>
  unit === 'EUR'
    ? parseDecimal(text.replace(/([.,]\d\d)\d+$/, '$1'), 2)
    : parseDecimal(text.replace(/[.,]\d+$/, ''), 0);

/** Status and the beginning of the answer, without secrets that it may repeat. */
function sayingOf({ status, location, body }: HttpAnswer, { secrets }: Plan): string {
  const text = secrets.reduce((all, secret) => all.replaceAll(secret, '•••'), `${location ?? ''} ${body}`);
  return `${status} ${text
    .replaceAll(/[\s\u0000-\u001f]+/g, ' ')
    .trim()
    .slice(0, 200)}`.trim();
}
