// @ts-check
import { defineComponent, h, ref, resolveComponent, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute, useRouter } from 'vue-router';
import { LineCard } from './line-card.js';
import { api } from './words.js';

/** @typedef {import('./shapes.d.ts').Line} Line */
/** @typedef {import('./shapes.d.ts').Lines} Lines */

const STATES = ['open', 'booked', 'aside', 'out'];

/** What waits for somebody, and what was done. A line that is done stays in its place, where it can be undone. */
export const WorkPage = defineComponent(() => {
  const { t } = useI18n();
  const [route, router] = [useRoute(), useRouter()];
  const items = ref(/** @type {Line[] | undefined} */ (undefined));
  const next = ref(/** @type {number | null} */ (null));
  const open = ref(0);
  const canBook = ref(false);
  const busy = ref(false);
  const said = ref('');
  const state = () => STATES.find((one) => one === route.query['state']) ?? 'open';

  /** @param {number} [after] */
  async function load(after) {
    const asked = state();
    const page = /** @type {Lines} */ (
      await api.get('/lines', { query: { state: asked, after, limit: 25 } })
    );
    if (asked !== state()) return;
    items.value = [...(after === undefined ? [] : (items.value ?? [])), ...page.items];
    [next.value, open.value, canBook.value] = [page.next, page.open, page.canBook];
  }
  watch(
    state,
    () => {
      items.value = undefined;
      void load();
    },
    { immediate: true },
  );
  /** @param {Line} line */
  function changed(line) {
    const before = items.value?.find((one) => one.id === line.id);
    open.value += Number(line.state === 'open') - Number(before?.state === 'open');
    items.value = items.value?.map((one) => (one.id === line.id ? line : one));
  }
  async function matchAgain() {
    busy.value = true;
    try {
      const { booked } = /** @type {{ booked: number }} */ (await api.send('POST', '/match'));
      said.value = t('p.bank-statement.matched', booked);
      await load();
    } finally {
      busy.value = false;
    }
  }
  const [VBtn, VSelect, VSkeletonLoader] = [
    resolveComponent('VBtn'),
    resolveComponent('VSelect'),
    resolveComponent('VSkeletonLoader'),
  ];
  /** @param {string} name @param {string} text @param {string} [color] */
  const link = (name, text, color) =>
    h(VBtn, { to: { name: `bank-statement.${name}` }, color }, () => t(`p.bank-statement.${text}`));

  return () => [
    h('div', { class: 'bank-statement-actions' }, [
      canBook.value ? link('import', 'toImport', 'primary') : null,
      link('files', 'toFiles'),
      canBook.value ? link('mappings', 'toMappings') : null,
      canBook.value
        ? h(VBtn, { loading: busy.value, onClick: matchAgain }, () => t('p.bank-statement.matchAgain'))
        : null,
    ]),
    h('div', { class: 'bank-statement-row' }, [
      h(VSelect, {
        label: t('p.bank-statement.state.label'),
        modelValue: state(),
        items: STATES.map((value) => ({ value, title: t(`p.bank-statement.state.${value}`) })),
        'onUpdate:modelValue': (/** @type {string} */ value) => router.replace({ query: { state: value } }),
      }),
      h('p', { role: 'status' }, [
        t('p.bank-statement.waiting', open.value),
        said.value === '' ? '' : ` · ${said.value}`,
      ]),
    ]),
    items.value === undefined
      ? h(VSkeletonLoader, { type: 'list-item-three-line@4' })
      : items.value.length === 0
        ? h('p', { class: 'muted' }, t(`p.bank-statement.none.${state()}`))
        : h(
            'div',
            { class: 'bank-statement-lines' },
            items.value.map((line) =>
              h(LineCard, { key: line.id, line, canBook: canBook.value, onChanged: changed }),
            ),
          ),
    next.value === null
      ? null
      : h(VBtn, { onClick: () => load(next.value ?? undefined) }, () => t('p.bank-statement.more')),
  ];
});
