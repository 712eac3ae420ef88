// @ts-check
import { usePluginApi } from '@traliccio/sdk/ui';
import { defineComponent, h, ref, resolveComponent } from 'vue';
import { useI18n } from 'vue-i18n';

/** @typedef {{ day: string, documents: number }} Day */

/** How many documents were issued on which day. */
export const DaysPage = defineComponent(() => {
  const { t } = useI18n();
  const { get } = usePluginApi('hello');
  const days = ref(/** @type {Day[] | undefined} */ (undefined));
  void load();

  async function load() {
    days.value = (await get('/days', { query: { limit: 60 } })).items;
  }

  // Components of Vuetify are found by their names.
  const [VTable, VSkeletonLoader] = [resolveComponent('VTable'), resolveComponent('VSkeletonLoader')];

  return () => {
    if (!days.value) return h(VSkeletonLoader, { type: 'table-tbody' });
    if (days.value.length === 0) return h('p', { class: 'muted' }, t('p.hello.none'));
    return h(VTable, { class: 'hello-days' }, () => [
      h('thead', h('tr', [h('th', t('p.hello.day')), h('th', { class: 'num' }, t('p.hello.documents'))])),
      h(
        'tbody',
        days.value?.map(({ day, documents }) =>
          h('tr', { key: day }, [
            h('td', day.split('-').reverse().join('/')),
            h('td', { class: 'num' }, documents),
          ]),
        ),
      ),
    ]);
  };
});
