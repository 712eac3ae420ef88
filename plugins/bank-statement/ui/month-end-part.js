// @ts-check
import { usePluginApi } from '@traliccio/sdk/ui';
import { defineComponent, h, ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { RouterLink } from 'vue-router';

/** How many lines wait to be matched before a month is closed, and where. */
export const MonthEndPart = defineComponent(() => {
  const { t } = useI18n();
  const { get } = usePluginApi('bank-statement');
  const open = ref(/** @type {number | undefined} */ (undefined));
  void load();

  async function load() {
    ({ open: open.value } = await get('/lines', { query: { limit: 1 } }));
  }

  return () =>
    open.value === undefined
      ? null
      : h('p', [
          open.value === 0
            ? t('p.bank-statement.allMatched')
            : h(RouterLink, { to: { name: 'bank-statement.work' } }, () =>
                t('p.bank-statement.toMatch', /** @type {number} */ (open.value)),
              ),
        ]);
});
