// @ts-check
import { usePluginApi } from '@traliccio/sdk/ui';
import { defineComponent, h, ref, resolveComponent } from 'vue';
import { useRoute } from 'vue-router';
import { Completeness } from './completeness.js';
import { FilterFields } from './filter-fields.js';
import { lastMonth } from './format.js';
import { History } from './history.js';
import { SendForm } from './send-form.js';

/**
 * @typedef {import('./filter.js').Filter} Filter
 * @typedef {import('./filter.js').Plan} Plan
 */

/** What is there of a period, to be looked at, downloaded and sent. */
export const AccountantPage = defineComponent(() => {
  const { get } = usePluginApi('accountant');
  const { query } = useRoute();
  const plan = ref(/** @type {Plan | undefined} */ (undefined));
  const filter = ref(/** @type {Filter | undefined} */ (undefined));
  const sent = ref(0);
  void load();

  async function load() {
    plan.value = /** @type {Plan} */ (await get('/plan'));
    const month = lastMonth(plan.value.today);
    const given = (/** @type {unknown} */ day, /** @type {string} */ otherwise) =>
      typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) ? day : otherwise;
    filter.value = {
      from: given(query['from'], month.from),
      to: given(query['to'], month.to),
      kind: 'all',
      customerKind: 'all',
      series: '',
      pdf: true,
    };
  }

  const VSkeletonLoader = resolveComponent('VSkeletonLoader');
  return () => {
    if (!plan.value || !filter.value) return h(VSkeletonLoader, { type: 'article@2' });
    return h('div', { class: 'accountant' }, [
      h(FilterFields, {
        filter: filter.value,
        onChange: (/** @type {Filter} */ value) => {
          filter.value = value;
        },
      }),
      h(Completeness, { filter: filter.value }),
      h(SendForm, {
        filter: filter.value,
        plan: plan.value,
        onSent: () => {
          sent.value += 1;
        },
      }),
      h(History, { changes: sent.value }),
    ]);
  };
});
