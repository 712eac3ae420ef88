// @ts-check
import { usePluginApi } from '@traliccio/sdk/ui';
import { defineComponent, h, ref, resolveComponent, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { RouterLink } from 'vue-router';
import { asked, isUsable } from './filter.js';
import { date, money } from './format.js';

/**
 * @typedef {import('./filter.js').Filter} Filter
 * @typedef {{ invoices: number, creditNotes: number, net: number, vat: number, total: number,
 *   gaps: { series: string, year: number, from: number, to: number }[],
 *   withoutXml: { id: number, numberText: string, date: string }[] }} Found
 */

/** What is missing comes before what is there. */
export const Completeness = defineComponent({
  props: { filter: { type: /** @type {import('vue').PropType<Filter>} */ (Object), required: true } },
  setup(props) {
    const { t, locale } = useI18n();
    const { get } = usePluginApi('accountant');
    const found = ref(/** @type {Found | undefined} */ (undefined));
    let asking = 0;
    watch(() => props.filter, load, { immediate: true });

    /** Answers may come in another order than they were asked in. */
    async function load() {
      const mine = (asking += 1);
      if (!isUsable(props.filter)) return;
      const answer = /** @type {Found} */ (await get('/completeness', { query: asked(props.filter) }));
      if (mine === asking) found.value = answer;
    }

    const [VCard, VCardText] = [resolveComponent('VCard'), resolveComponent('VCardText')];
    const VSkeletonLoader = resolveComponent('VSkeletonLoader');
    /** @param {Found['gaps'][number]} gap */
    const gapText = ({ series, year, from, to }) =>
      from === to
        ? t('p.accountant.gap', { series, year: String(year), number: String(from) })
        : t('p.accountant.gapRange', { series, year: String(year), from: String(from), to: String(to) });
    /** @param {Found} of */
    const sums = ({ invoices, creditNotes, net, vat, total }) =>
      t('p.accountant.sums', {
        invoices,
        creditNotes,
        net: money(net, locale.value),
        vat: money(vat, locale.value),
        total: money(total, locale.value),
      });
    /** @param {Found} of */
    const missing = ({ gaps, withoutXml }) => [
      gaps.length === 0 && withoutXml.length === 0 ? h('p', t('p.accountant.complete')) : null,
      gaps.length > 0
        ? h('div', [
            h('p', { class: 'text-error' }, t('p.accountant.gaps')),
            h(
              'ul',
              { class: 'accountant-list' },
              gaps.map((gap) => h('li', gapText(gap))),
            ),
          ])
        : null,
      withoutXml.length > 0
        ? h('div', [
            h('p', { class: 'text-error' }, t('p.accountant.withoutXml')),
            h(
              'ul',
              { class: 'accountant-list' },
              withoutXml.map((one) =>
                h('li', { key: one.id }, [
                  h(RouterLink, { to: `/documents/${one.id}` }, () =>
                    t('p.accountant.document', { number: one.numberText, date: date(one.date) }),
                  ),
                ]),
              ),
            ),
          ])
        : null,
    ];
    return () =>
      h(VCard, { border: true }, () =>
        h(VCardText, () => [
          h('h2', { class: 'text-subtitle-1' }, t('p.accountant.missing')),
          !found.value
            ? h(VSkeletonLoader, { type: 'paragraph' })
            : found.value.invoices + found.value.creditNotes === 0
              ? h('p', { class: 'muted' }, t('p.accountant.none'))
              : [
                  ...missing(found.value),
                  h('p', { class: 'muted' }, t('p.accountant.sdi')),
                  h('p', { class: 'mt-2' }, sums(found.value)),
                ],
        ]),
      );
  },
});
