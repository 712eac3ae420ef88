// @ts-check
import { computed, defineComponent, h, ref, resolveComponent } from 'vue';
import { useI18n } from 'vue-i18n';
import { api, cents, date, money, typed } from './words.js';

/** @typedef {import('./shapes.d.ts').Line} Line */
/** @typedef {import('./shapes.d.ts').OpenDocument} OpenDocument */
/** @typedef {import('./shapes.d.ts').Part} Part */
/** @typedef {{ id: number, code: string, name: string }} Customer */

/** Finds a customer or an invoice, and gives the line out: over invoices, and over customers. */
export const SearchPanel = defineComponent({
  props: {
    line: { type: /** @type {import('vue').PropType<Line>} */ (Object), required: true },
    busy: { type: Boolean, required: true },
  },
  emits: {
    /** @param {Part[]} _parts */
    book: (_parts) => true,
  },
  setup(props, { emit }) {
    const { t } = useI18n();
    const words = ref('');
    const customers = ref(/** @type {Customer[] | undefined} */ (undefined));
    const chosen = ref(/** @type {Customer | undefined} */ (undefined));
    const open = ref(/** @type {OpenDocument[]} */ ([]));
    /** What is typed for each invoice, and for the customer as a whole. */
    const amounts = ref(/** @type {Record<number, string>} */ ({}));
    const whole = ref('');
    const parts = ref(/** @type {Part[]} */ ([]));
    const left = computed(() => props.line.amount - parts.value.reduce((sum, one) => sum + one.amount, 0));

    async function find() {
      chosen.value = undefined;
      const text = words.value.trim();
      if (text === '') return;
      const number = /^[\x20-\x7e]{1,30}$/.test(text) ? text : undefined;
      const [byNumber, byName] = await Promise.all([
        /** @type {Promise<{ items: OpenDocument[] }>} */ (
          number === undefined
            ? Promise.resolve({ items: [] })
            : api.get('/open-documents', { query: { number } })
        ),
        customersNamed(text),
      ]);
      const found = [
        ...byNumber.items.map((one) => ({
          id: one.customerId,
          code: one.customerCode,
          name: one.customerName,
        })),
        ...byName,
      ];
      customers.value = [...new Map(found.map((one) => [one.id, one])).values()];
      if (customers.value.length === 1 && customers.value[0])
        await choose(
          customers.value[0],
          byNumber.items.map((one) => one.documentId),
        );
    }
    /** @param {Customer} customer @param {readonly number[]} [wanted] */
    async function choose(customer, wanted = []) {
      const { items } = /** @type {{ items: OpenDocument[] }} */ (
        await api.get('/open-documents', { query: { customerId: customer.id } })
      );
      open.value = items;
      chosen.value = customer;
      let rest = left.value;
      whole.value = typed(rest);
      // Those that were looked for first, then the oldest.
      const order = items.toSorted(
        (a, b) => Number(wanted.includes(b.documentId)) - Number(wanted.includes(a.documentId)),
      );
      amounts.value = {};
      for (const one of order) {
        const share = Math.min(rest, one.open);
        amounts.value[one.documentId] = typed(share);
        rest -= share;
      }
    }
    const part = computed(() => {
      const amount = cents(whole.value);
      const shares = open.value.map((one) => ({
        documentId: one.documentId,
        numberText: one.numberText,
        amount: cents(amounts.value[one.documentId] ?? '') ?? -1,
      }));
      if (!chosen.value || !amount || amount > left.value || shares.some((one) => one.amount < 0))
        return undefined;
      const paid = shares.filter((one) => one.amount > 0);
      if (paid.reduce((sum, one) => sum + one.amount, 0) > amount) return undefined;
      return { customerId: chosen.value.id, customerName: chosen.value.name, amount, shares: paid };
    });
    function add() {
      if (!part.value) return;
      const { customerId } = part.value;
      parts.value = [...parts.value.filter((one) => one.customerId !== customerId), part.value];
      chosen.value = undefined;
      customers.value = undefined;
      words.value = '';
    }
    const [VTextField, VBtn] = [resolveComponent('VTextField'), resolveComponent('VBtn')];
    /** @param {string} label @param {string} value @param {(text: string) => void} change @param {number} most */
    const amountField = (label, value, change, most) => {
      const amount = cents(value);
      return h(VTextField, {
        label,
        modelValue: value,
        'onUpdate:modelValue': change,
        inputmode: 'decimal',
        class: 'bank-statement-amount',
        errorMessages:
          amount === undefined
            ? [t('p.bank-statement.badAmount')]
            : amount > most
              ? [t('p.bank-statement.tooMuch', { amount: money(amount - most) })]
              : [],
      });
    };
    const customerPart = () =>
      chosen.value
        ? h('div', { class: 'bank-statement-part' }, [
            h('h3', t('p.bank-statement.openOf', { customer: chosen.value.name })),
            open.value.length === 0 ? h('p', { class: 'muted' }, t('p.bank-statement.noneOpen')) : null,
            amountField(
              t('p.bank-statement.amountFor', { customer: chosen.value.name }),
              whole.value,
              (text) => void (whole.value = text),
              left.value,
            ),
            open.value.map((one) =>
              h('div', { key: one.documentId, class: 'bank-statement-row' }, [
                h(
                  'span',
                  `${one.numberText} · ${money(one.open)} · ${t('p.bank-statement.due', { date: date(one.dueDate) })}`,
                ),
                amountField(
                  t('p.bank-statement.amountOf', { number: one.numberText }),
                  amounts.value[one.documentId] ?? '',
                  (text) => void (amounts.value[one.documentId] = text),
                  one.open,
                ),
              ]),
            ),
            h(VBtn, { disabled: !part.value, onClick: add }, () => t('p.bank-statement.part')),
          ])
        : null;
    const partsList = () =>
      parts.value.length === 0
        ? null
        : h('div', { class: 'bank-statement-part' }, [
            h('h3', t('p.bank-statement.parts')),
            h(
              'ul',
              { class: 'bank-statement-list' },
              parts.value.map((one) =>
                h('li', { key: one.customerId, class: 'bank-statement-suggestion' }, [
                  h(
                    'span',
                    `${one.customerName} ${money(one.amount)} · ${one.shares.map((share) => share.numberText).join(', ')}`,
                  ),
                  h(
                    VBtn,
                    {
                      size: 'small',
                      onClick: () =>
                        void (parts.value = parts.value.filter(
                          ({ customerId }) => customerId !== one.customerId,
                        )),
                    },
                    () => t('p.bank-statement.remove', { customer: one.customerName }),
                  ),
                ]),
              ),
            ),
            left.value === 0 ? null : h('p', t('p.bank-statement.left', { amount: money(left.value) })),
            h(
              VBtn,
              {
                color: 'primary',
                disabled: left.value !== 0,
                loading: props.busy,
                onClick: () => emit('book', parts.value),
              },
              () => t('p.bank-statement.book'),
            ),
          ]);

    return () =>
      h('div', { class: 'bank-statement-search' }, [
        h(
          'form',
          {
            class: 'bank-statement-row',
            role: 'search',
            /** @param {{ preventDefault(): void }} event */
            onSubmit: (event) => {
              event.preventDefault();
              void find();
            },
          },
          [
            h(VTextField, {
              modelValue: words.value,
              'onUpdate:modelValue': (/** @type {string} */ text) => void (words.value = text),
              label: t('p.bank-statement.search'),
              maxlength: 100,
              autofocus: true,
            }),
            h(VBtn, { type: 'submit' }, () => t('p.bank-statement.find')),
          ],
        ),
        customers.value?.length === 0 ? h('p', { role: 'status' }, t('p.bank-statement.notFound')) : null,
        customers.value && !chosen.value && customers.value.length > 0
          ? h(
              'ul',
              { class: 'bank-statement-list', 'aria-label': t('p.bank-statement.found') },
              customers.value.map((one) =>
                h(
                  'li',
                  { key: one.id },
                  h(VBtn, { size: 'small', onClick: () => choose(one) }, () => `${one.name} (${one.code})`),
                ),
              ),
            )
          : null,
        customerPart(),
        partsList(),
      ]);
  },
});

/** By the product's own search; nobody is found by who may not see customers. @param {string} words */
async function customersNamed(words) {
  const query = new URLSearchParams({ q: words, limit: '8' });
  const response = await fetch(`/api/customers?${query.toString()}`, { headers: { 'x-traliccio': '1' } });
  if (!response.ok) return [];
  return /** @type {{ items: Customer[] }} */ (await response.json()).items;
}
