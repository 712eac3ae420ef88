// @ts-check
import { defineComponent, h, reactive, ref, resolveComponent } from 'vue';
import { useI18n } from 'vue-i18n';
import { alert, api, refusal } from './words.js';

/** @typedef {import('./shapes.d.ts').Mappings} Mappings */

const COLUMNS = /** @type {const} */ ([
  'bookedOn',
  'valueDate',
  'amount',
  'credit',
  'debit',
  'text',
  'payerName',
  'payerIban',
  'endToEndId',
  'bankRef',
]);
const NEEDED = ['bookedOn', 'text'];
const DATES = ['dd/mm/yyyy', 'dd/mm/yy', 'dd-mm-yyyy', 'dd.mm.yyyy', 'yyyy-mm-dd', 'yyyymmdd'];
/** A heading, or a place when it is a number. @param {string} text */
const column = (text) => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : text.trim());

/** How a bank's own CSV or Excel is read, under a name. */
export const MappingsPage = defineComponent(() => {
  const { t, te } = useI18n();
  const items = ref(/** @type {Mappings['items'] | undefined} */ (undefined));
  const busy = ref(false);
  const said = ref('');
  const wrong = ref(/** @type {{ text: string, detail: string } | undefined} */ (undefined));
  const form = reactive({ name: '', account: '', dateFormat: DATES[0], decimal: ',', sign: 'plus_in' });
  const columns = reactive(/** @type {Record<string, string>} */ ({}));
  void load();

  async function load() {
    items.value = /** @type {Mappings} */ (await api.get('/mappings')).items;
  }
  /** @param {() => Promise<unknown>} work */
  async function change(work) {
    if (busy.value) return;
    busy.value = true;
    [wrong.value, said.value] = [undefined, ''];
    try {
      await work();
      await load();
    } catch (error) {
      wrong.value = refusal(error, t, te);
    } finally {
      busy.value = false;
    }
    if (!wrong.value) said.value = t('p.bank-statement.saved');
  }
  const isWhole = () =>
    [form.name, form.account, ...NEEDED.map((one) => columns[one] ?? '')].every(
      (text) => text.trim() !== '',
    ) && ['amount', 'credit', 'debit'].some((one) => (columns[one] ?? '').trim() !== '');
  const save = () =>
    change(() => {
      const given = COLUMNS.filter((one) => (columns[one] ?? '').trim() !== '').map((one) => [
        one,
        one === 'text'
          ? (columns[one] ?? '')
              .split(';')
              .filter((text) => text.trim() !== '')
              .map(column)
          : column(columns[one] ?? ''),
      ]);
      const { name, account, dateFormat, decimal, sign } = form;
      const mapping = {
        account: account.trim(),
        columns: Object.fromEntries(given),
        dateFormat,
        decimal,
        sign,
      };
      return api.send('POST', '/mappings', { body: { name: name.trim(), mapping } });
    });
  /** @param {Mappings['items'][number]} one */
  function edit({ name, mapping }) {
    Object.assign(form, {
      name,
      account: mapping.account,
      dateFormat: mapping.dateFormat,
      decimal: mapping.decimal,
      sign: mapping.sign,
    });
    for (const key of COLUMNS) {
      const value = mapping.columns[key];
      columns[key] = Array.isArray(value) ? value.join(';') : String(value ?? '');
    }
  }
  const [VBtn, VCard, VTextField, VSelect, VSkeletonLoader] = [
    resolveComponent('VBtn'),
    resolveComponent('VCard'),
    resolveComponent('VTextField'),
    resolveComponent('VSelect'),
    resolveComponent('VSkeletonLoader'),
  ];
  /** @param {'name' | 'account'} key @param {string} label @param {number} maxlength */
  const text = (key, label, maxlength) =>
    h(VTextField, {
      label: t(`p.bank-statement.${label}`),
      modelValue: form[key],
      'onUpdate:modelValue': (/** @type {string} */ value) => void (form[key] = value),
      maxlength,
    });
  /** @param {'dateFormat' | 'decimal' | 'sign'} key @param {{ value: string, title: string }[]} choices */
  const choice = (key, choices) =>
    h(VSelect, {
      label: t(`p.bank-statement.${key}`),
      modelValue: form[key],
      'onUpdate:modelValue': (/** @type {string} */ value) => void (form[key] = value),
      items: choices,
    });

  return () => [
    items.value === undefined
      ? h(VSkeletonLoader, { type: 'list-item@2' })
      : items.value.length === 0
        ? h('p', { class: 'muted' }, t('p.bank-statement.noMappings'))
        : h(
            'ul',
            { class: 'bank-statement-list' },
            items.value.map((one) =>
              h('li', { key: one.id, class: 'bank-statement-suggestion' }, [
                h(VBtn, { size: 'small', onClick: () => edit(one) }, () => one.name),
                h(
                  VBtn,
                  { size: 'small', onClick: () => change(() => api.send('DELETE', `/mappings/${one.id}`)) },
                  () => t('p.bank-statement.delete', { name: one.name }),
                ),
              ]),
            ),
          ),
    h(VCard, { border: true, class: 'pa-4' }, () =>
      h(
        'form',
        {
          class: 'bank-statement-form',
          /** @param {{ preventDefault(): void }} event */
          onSubmit: (event) => {
            event.preventDefault();
            if (isWhole()) void save();
          },
        },
        [
          h('p', { class: 'muted' }, t('p.bank-statement.mappingIntro')),
          text('name', 'mappingName', 80),
          text('account', 'mappingAccount', 40),
          COLUMNS.map((key) =>
            h(VTextField, {
              key,
              label: t(`p.bank-statement.columns.${key}`),
              modelValue: columns[key] ?? '',
              'onUpdate:modelValue': (/** @type {string} */ value) => void (columns[key] = value),
              maxlength: 100,
            }),
          ),
          choice(
            'dateFormat',
            DATES.map((value) => ({ value, title: value })),
          ),
          choice('decimal', [
            { value: ',', title: t('p.bank-statement.comma') },
            { value: '.', title: t('p.bank-statement.point') },
          ]),
          choice('sign', [
            { value: 'plus_in', title: t('p.bank-statement.plusIn') },
            { value: 'minus_in', title: t('p.bank-statement.minusIn') },
          ]),
          h('div', { class: 'bank-statement-actions' }, [
            h(VBtn, { type: 'submit', color: 'primary', loading: busy.value, disabled: !isWhole() }, () =>
              t('p.bank-statement.save'),
            ),
            h('span', { role: 'status' }, said.value),
          ]),
          alert(wrong.value),
        ],
      ),
    ),
  ];
});
