import type { HttpAnswer } from './exchange.ts';
import { textAt } from './json-path.ts';
import type { Gateway } from './plan.ts';

/** What an answer means for the message. */
export type Verdict =
  | { readonly kind: 'accepted'; readonly providerId: string | null }
  /** Never. */
  | { readonly kind: 'refused' }
  /** Nothing was taken; `isTrouble` when it is the account or the settings, and not a busy moment. */
  | { readonly kind: 'later'; readonly afterSeconds: number | undefined; readonly isTrouble: boolean }
  /** It may have been taken: an answer that nobody foresaw. */
  | { readonly kind: 'unknown' };

/**
 * Judges an answer by the rules of the gateway, refusals first. What no rule knows is for later when it says that the
 * request was no good as such (redirections, 401, 402, 403, 404 …), since then nothing was taken; anything else may
 * hide a message that was.
 */
export function verdictOn(answer: HttpAnswer, gateway: Gateway): Verdict {
  const { status, retryAfter } = answer;
  if (isRefused(answer, gateway)) return { kind: 'refused' };
  if (isAccepted(answer, gateway))
    return { kind: 'accepted', providerId: textAt(answer.body, gateway.idPath || '-') ?? null };
  if (gateway.later.statuses.includes(status))
    return { kind: 'later', afterSeconds: retryAfter, isTrouble: false };
  if (status >= 300 && status < 500) return { kind: 'later', afterSeconds: retryAfter, isTrouble: true };
  return { kind: 'unknown' };
}

function isRefused({ status, body }: HttpAnswer, { refused }: Gateway): boolean {
  if (refused.statuses.includes(status)) return true;
  if (refused.contains !== '' && body.includes(refused.contains)) return true;
  return refused.path !== '' && refused.equals.includes(textAt(body, refused.path) ?? '\u0000');
}

function isAccepted({ status, body }: HttpAnswer, { accepted }: Gateway): boolean {
  if (!accepted.statuses.includes(status)) return false;
  if (accepted.contains !== '' && !body.includes(accepted.contains)) return false;
  if (accepted.path === '') return true;
  const found = textAt(body, accepted.path);
  return found !== undefined && (accepted.equals === '' || found === accepted.equals);
}
