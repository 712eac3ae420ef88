// @ts-check
import { defineComponent, h, ref, resolveComponent, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { alert, api, date, money, refusal } from './words.js';

/** @typedef {import('./shapes.d.ts').Preview} Preview */
/** @typedef {import('./shapes.d.ts').Mappings} Mappings */
/** @typedef {{ fresh: number, known: number, booked: number }} Imported */

const MOST_BYTES = 8 * 1024 * 1024;
const MOST_SHOWN = 100;

/** A file is first read and shown, then imported. */
export const ImportPage = defineComponent(() => {
  const { t, te } = useI18n();
  const file = shallowRef(/** @type {File | null} */ (null));
  const mapping = ref(/** @type {number | null} */ (null));
  const mappings = ref(/** @type {Mappings['items']} */ ([]));
  const doing = ref(/** @type {'preview' | 'files' | undefined} */ (undefined));
  const wrong = ref(/** @type {{ text: string, detail: string } | undefined} */ (undefined));
  const preview = shallowRef(/** @type {Preview | undefined} */ (undefined));
  const imported = shallowRef(/** @type {Imported | undefined} */ (undefined));
  void load();

  async function load() {
    mappings.value = /** @type {Mappings} */ (await api.get('/mappings')).items;
  }
  function forget() {
    [preview.value, imported.value, wrong.value] = [undefined, undefined, undefined];
  }
  /** @param {'preview' | 'files'} what */
  async function send(what) {
    if (!file.value || file.value.size > MOST_BYTES || doing.value) return;
    wrong.value = undefined;
    doing.value = what;
    try {
      const query = new URLSearchParams({ name: file.value.name });
      if (mapping.value !== null) query.set('mapping', String(mapping.value));
      const answer = await api.send('POST', `/${what}?${query.toString()}`, { file: file.value });
      if (what === 'preview') preview.value = /** @type {Preview} */ (/** @type {unknown} */ (answer));
      else {
        forget();
        imported.value = /** @type {Imported} */ (/** @type {unknown} */ (answer));
        file.value = null;
      }
    } catch (error) {
      wrong.value = refusal(error, t, te);
    } finally {
      doing.value = undefined;
    }
  }
  const [VBtn, VFileInput, VSelect, VCard, VAlert] = [
    resolveComponent('VBtn'),
    resolveComponent('VFileInput'),
    resolveComponent('VSelect'),
    resolveComponent('VCard'),
    resolveComponent('VAlert'),
  ];
  const form = () =>
    h(VCard, { border: true, class: 'pa-4 bank-statement-form' }, () => [
      h(VFileInput, {
        modelValue: file.value,
        'onUpdate:modelValue': (/** @type {File | File[] | null} */ given) => {
          forget();
          file.value = Array.isArray(given) ? (given[0] ?? null) : given;
        },
        label: t('p.bank-statement.file'),
        hint: t('p.bank-statement.fileHint'),
        persistentHint: true,
        prependIcon: '',
        density: 'compact',
        variant: 'outlined',
        showSize: true,
        errorMessages: (file.value?.size ?? 0) > MOST_BYTES ? [t('p.bank-statement.tooLarge')] : [],
      }),
      h(VSelect, {
        modelValue: mapping.value,
        'onUpdate:modelValue': (/** @type {number | null} */ id) => {
          forget();
          mapping.value = id;
        },
        label: t('p.bank-statement.mapping'),
        items: [
          { value: null, title: t('p.bank-statement.noMapping') },
          ...mappings.value.map(({ id, name }) => ({ value: id, title: name })),
        ],
      }),
      h('div', { class: 'bank-statement-actions' }, [
        h(
          VBtn,
          {
            color: 'primary',
            disabled: !file.value,
            loading: doing.value === 'preview',
            onClick: () => send('preview'),
          },
          () => t('p.bank-statement.preview'),
        ),
        h(VBtn, { to: { name: 'bank-statement.mappings' } }, () => t('p.bank-statement.toMappings')),
      ]),
      alert(wrong.value),
    ]);

  /** @param {Preview} one */
  const result = (one) =>
    h(VCard, { border: true, class: 'pa-4 bank-statement-form' }, () => [
      h('dl', { class: 'facts' }, [
        fact('fresh', String(one.fresh)),
        fact('known', String(one.known)),
        fact('cameIn', money(one.cameIn)),
        fact('wentOut', money(one.wentOut)),
        fact('sure', String(one.sure)),
      ]),
      one.statements.map((statement) =>
        h('section', { key: `${statement.account} ${statement.id}` }, [
          // A table has no name of its own.
          statement.id.startsWith('file:')
            ? null
            : h('h3', t('p.bank-statement.statement', { id: statement.id })),
          h('dl', { class: 'facts' }, [
            fact('account', statement.account),
            fact('period', `${date(statement.from)} – ${date(statement.to)}`),
            fact('lines', t('p.bank-statement.entries', statement.lines)),
            statement.opening === null ? null : fact('opening', money(statement.opening)),
            statement.closing === null ? null : fact('closing', money(statement.closing)),
          ]),
        ]),
      ),
      h('div', { class: 'bank-statement-actions' }, [
        h(VBtn, { color: 'primary', loading: doing.value === 'files', onClick: () => send('files') }, () =>
          t('p.bank-statement.doImport'),
        ),
      ]),
      h('h3', t('p.bank-statement.firstLines', { count: Math.min(one.lines.length, MOST_SHOWN) })),
      h(
        'ul',
        { class: 'bank-statement-list' },
        one.lines
          .slice(0, MOST_SHOWN)
          .map((line, index) =>
            h('li', { key: index, class: 'bank-statement-line' }, [
              h('div', { class: 'bank-statement-head' }, [
                h('span', date(line.bookedOn)),
                h('span', line.payerName ?? ''),
                h('strong', { class: 'num' }, money(line.amount)),
              ]),
              h('div', { class: 'muted bank-statement-text' }, line.text),
              line.isKnown ? h('div', t('p.bank-statement.isKnown')) : null,
              line.match
                ? h('div', [
                    `${t('p.bank-statement.byItself')}: ${line.match.customerName}, ${line.match.shares.map((share) => share.numberText).join(', ')}`,
                  ])
                : null,
            ]),
          ),
      ),
    ]);
  /** @param {string} name @param {string} value */
  const fact = (name, value) => [h('dt', t(`p.bank-statement.${name}`)), h('dd', value)];

  return () => [
    form(),
    preview.value ? result(preview.value) : null,
    imported.value
      ? h(VAlert, { type: 'success', variant: 'tonal', role: 'status' }, () => [
          t('p.bank-statement.imported', { ...imported.value }),
          ' ',
          h(VBtn, { size: 'small', to: { name: 'bank-statement.work' } }, () => t('p.bank-statement.toWork')),
        ])
      : null,
  ];
});
