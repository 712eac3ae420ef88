// @ts-check
import { defineComponent, h, resolveComponent } from 'vue';
import { useI18n } from 'vue-i18n';

/** @typedef {import('./filter.js').Filter} Filter */

/** Which documents: the days, and what may be left out. */
export const FilterFields = defineComponent({
  props: { filter: { type: /** @type {import('vue').PropType<Filter>} */ (Object), required: true } },
  emits: { change: (/** @type {Filter} */ _filter) => true },
  setup(props, { emit }) {
    const { t } = useI18n();
    const [VCard, VCardText] = [resolveComponent('VCard'), resolveComponent('VCardText')];
    const [VTextField, VSelect] = [resolveComponent('VTextField'), resolveComponent('VSelect')];
    const VCheckbox = resolveComponent('VCheckbox');
    /** @param {keyof Filter} name */
    const bound = (name) => ({
      modelValue: props.filter[name],
      'onUpdate:modelValue': (/** @type {unknown} */ value) =>
        emit('change', { ...props.filter, [name]: value ?? '' }),
    });
    /** @param {'kind' | 'customerKind'} name @param {string} texts @param {readonly string[]} values */
    const choice = (name, texts, values) =>
      h(VSelect, {
        ...bound(name),
        label: t(`p.accountant.${name}`),
        items: values.map((value) => ({ value, title: t(`p.accountant.${texts}.${value}`) })),
      });
    return () =>
      h(VCard, { border: true }, () =>
        h(VCardText, () => [
          h('h2', { class: 'text-subtitle-1' }, t('p.accountant.what')),
          h('p', { class: 'muted mb-3' }, t('p.accountant.whatText')),
          h('div', { class: 'accountant-fields' }, [
            h(VTextField, { ...bound('from'), type: 'date', label: t('p.accountant.from') }),
            h(VTextField, {
              ...bound('to'),
              type: 'date',
              label: t('p.accountant.to'),
              errorMessages:
                props.filter.to !== '' && props.filter.to < props.filter.from
                  ? t('p.accountant.reversed')
                  : [],
            }),
            choice('kind', 'kinds', ['all', 'invoice', 'credit_note']),
            choice('customerKind', 'customerKinds', [
              'all',
              'private',
              'company',
              'public_body',
              'condominium',
              'foreign',
            ]),
            h(VTextField, {
              ...bound('series'),
              maxlength: 8,
              label: t('p.accountant.series'),
              errorMessages: /^[A-Za-z0-9]*$/.test(props.filter.series) ? [] : t('p.accountant.seriesWrong'),
            }),
            h(VCheckbox, { ...bound('pdf'), label: t('p.accountant.pdf'), hideDetails: true }),
          ]),
        ]),
      );
  },
});
