import type { Composer } from 'vue-i18n';
import { shallowRef } from 'vue';
import { api, dataOf, ifMatch, once } from '../../app/api.ts';
import { useForm } from '../../app/form.ts';
import { threeWay, type Collision, type Side } from '../../components/merge.ts';
import { currentOf, useTakeOver, type Draft } from './draft.ts';
import { bodyOf, formOf, type DraftForm } from './draft-form.ts';

type Ask = (
  collisions: readonly Collision[],
  at: number,
) => Promise<Readonly<Record<string, Side>> | undefined>;

/** A draft that is typed: kept as it was read, too, so that what two people changed can be told apart. */
export function useDraftForm({
  draft,
  initial,
  ask,
  t,
}: {
  readonly draft: Draft | null;
  readonly initial: DraftForm;
  readonly ask: Ask;
  readonly t: Composer['t'];
}) {
  const base = shallowRef(draft);
  const isMerged = shallowRef(false);
  const takeOver = useTakeOver();
  /** The same however often the same is sent. */
  let sent = { text: '', header: once() };

  async function send(values: DraftForm): Promise<Draft> {
    const body = bodyOf(values)!;
    const start = base.value;
    if (!start) {
      const text = JSON.stringify(body);
      if (text !== sent.text) sent = { text, header: once() };
      return dataOf(api.POST('/api/drafts', { params: { header: sent.header }, body }));
    }
    try {
      const params = { path: { id: start.id }, header: ifMatch(start.version) };
      return await dataOf(api.PATCH('/api/drafts/{id}', { params, body }));
    } catch (refusal) {
      const current = currentOf(refusal);
      if (!current) throw refusal;
      const merged = await merge(start, current, values);
      if (!merged) throw refusal;
      base.value = current;
      isMerged.value = true;
      Object.assign(form.values, merged);
      return send(merged);
    }
  }

  async function merge(start: Draft, current: Draft, mine: DraftForm): Promise<DraftForm | undefined> {
    const [original, theirs] = [formOf(start), formOf(current)];
    const { both, merged } = threeWay(original, theirs, mine);
    if (both.length === 0) return merged;
    const collisions = both.map((field): Collision => ({
      field,
      label: t(field),
      original: shown(original, field),
      theirs: shown(theirs, field),
      mine: shown(mine, field),
    }));
    const choices = await ask(collisions, current.updatedAt);
    if (!choices) return undefined;
    const taken = both.filter((field) => choices[field] === 'theirs').map((field) => [field, theirs[field]]);
    return { ...merged, ...(Object.fromEntries(taken) as Partial<DraftForm>) };
  }

  const form = useForm({
    initial,
    async send(values) {
      const kept = await send(values);
      await keep(kept);
      return kept;
    },
  });
  /** Takes over what else was done to it. */
  async function keep(kept: Draft): Promise<void> {
    base.value = kept;
    await takeOver(kept);
  }
  return { form, base, isMerged, keep };
}

/** A field in one text, to be compared. */
function shown(form: DraftForm, field: keyof DraftForm): string {
  if (field === 'customer') return form.customer?.name ?? '';
  if (field === 'deliveries')
    return form.deliveries.map(({ number, date }) => `${number} ${date}`).join('\n');
  if (field !== 'lines') return form[field] ?? '';
  return form.lines
    .map(({ quantity, description, price }) => `${quantity} × ${description}: ${price.amount}`)
    .join('\n');
}
