// @ts-check
import { defineComponent, h, ref, resolveComponent } from 'vue';
import { useI18n } from 'vue-i18n';
import { api, date, moment, money } from './words.js';

/** @typedef {import('./shapes.d.ts').Files} Files */

/** What was imported, when and by whom. */
export const FilesPage = defineComponent(() => {
  const { t } = useI18n();
  const items = ref(/** @type {Files['items'] | undefined} */ (undefined));
  const next = ref(/** @type {number | null} */ (null));
  void load();

  /** @param {number} [after] */
  async function load(after) {
    const page = /** @type {Files} */ (await api.get('/files', { query: { after, limit: 50 } }));
    items.value = [...(items.value ?? []), ...page.items];
    next.value = page.next;
  }
  const [VBtn, VCard, VSkeletonLoader] = [
    resolveComponent('VBtn'),
    resolveComponent('VCard'),
    resolveComponent('VSkeletonLoader'),
  ];
  /** @param {string} name @param {string} value */
  const fact = (name, value) => [h('dt', t(`p.bank-statement.${name}`)), h('dd', value)];

  return () => {
    if (!items.value) return h(VSkeletonLoader, { type: 'table-tbody' });
    if (items.value.length === 0)
      return [
        h('p', { class: 'muted' }, t('p.bank-statement.noFiles')),
        h(VBtn, { to: { name: 'bank-statement.import' } }, () => t('p.bank-statement.toImport')),
      ];
    return [
      h(
        'div',
        { class: 'tiles' },
        items.value.map((one) =>
          h(VCard, { key: one.id, border: true, class: 'pa-3' }, () => [
            h('h2', { class: 'bank-statement-name' }, one.name),
            h('dl', { class: 'facts' }, [
              fact('when', moment(one.importedAt)),
              fact('who', one.importedBy),
              fact('period', `${date(one.firstDay)} – ${date(one.lastDay)}`),
              fact('lines', String(one.lineCount)),
              fact('fresh', String(one.fresh)),
              fact('cameIn', money(one.cameIn)),
              fact('wentOut', money(one.wentOut)),
            ]),
          ]),
        ),
      ),
      next.value === null
        ? null
        : h(VBtn, { onClick: () => load(next.value ?? undefined) }, () => t('p.bank-statement.more')),
    ];
  };
});
