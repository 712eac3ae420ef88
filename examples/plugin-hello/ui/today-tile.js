// @ts-check
import { usePluginApi } from '@traliccio/sdk/ui';
import { defineComponent, h, ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { RouterLink } from 'vue-router';

/** The last day of issue, on the dashboard. */
export const TodayTile = defineComponent(() => {
  const { t } = useI18n();
  const { get } = usePluginApi('hello');
  const last = ref(/** @type {import('./days-page.js').Day | undefined} */ (undefined));
  void load();

  async function load() {
    [last.value] = (await get('/days', { query: { limit: 1 } })).items;
  }

  return () =>
    last.value
      ? h('p', [
          t('p.hello.issued', last.value.documents),
          ' · ',
          h(RouterLink, { to: { name: 'hello.days' } }, () => last.value?.day.split('-').reverse().join('/')),
        ])
      : h('p', { class: 'muted' }, t('p.hello.none'));
});
