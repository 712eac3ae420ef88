// @ts-check
import { computed, defineComponent, h, nextTick, ref, resolveComponent } from 'vue';
import { useI18n } from 'vue-i18n';
import { RouterLink } from 'vue-router';
import { SearchPanel } from './search-panel.js';
import { alert, api, date, money, refusal } from './words.js';

/** @typedef {import('./shapes.d.ts').Line} Line */
/** @typedef {import('./shapes.d.ts').Suggestion} Suggestion */
/** @typedef {import('./shapes.d.ts').Part} Part */

/** A line with what it may pay, or what was done with it; each way to go on is one click. */
export const LineCard = defineComponent({
  props: {
    line: { type: /** @type {import('vue').PropType<Line>} */ (Object), required: true },
    canBook: { type: Boolean, required: true },
  },
  emits: {
    /** It is otherwise now. @param {Line} _line */
    changed: (_line) => true,
  },
  setup(props, { emit }) {
    const { t, te, locale } = useI18n();
    const busy = ref(false);
    const panel = ref(/** @type {'search' | 'aside' | undefined} */ (undefined));
    const reason = ref('');
    const wrong = ref(/** @type {{ text: string, detail: string } | undefined} */ (undefined));
    const name = computed(
      () => `${props.line.payerName ?? t('p.bank-statement.unknownPayer')}, ${money(props.line.amount)}`,
    );
    const root = ref(/** @type {{ focus(): void } | undefined} */ (undefined));

    /** @param {'book' | 'aside' | 'undo'} what @param {object} body */
    async function change(what, body) {
      if (busy.value) return;
      busy.value = true;
      wrong.value = undefined;
      try {
        const { id, version } = props.line;
        const line = /** @type {Line} */ (
          await api.send('POST', `/lines/${id}/${what}`, { body: { version, ...body } })
        );
        panel.value = undefined;
        reason.value = '';
        emit('changed', line);
        // The button that was pressed is gone; whoever uses the keyboard goes on from the line.
        await nextTick();
        root.value?.focus();
      } catch (error) {
        wrong.value = refusal(error, t, te);
      } finally {
        busy.value = false;
      }
    }
    /** @param {readonly Part[]} parts @param {string} [rule] */
    const book = (parts, rule) =>
      change('book', {
        ...(rule === undefined ? {} : { rule }),
        parts: parts.map(({ customerId, amount, shares }) => ({
          customerId,
          amount,
          shares: shares.map((share) => ({ documentId: share.documentId, amount: share.amount })),
        })),
      });
    async function reload() {
      emit('changed', /** @type {Line} */ (await api.get(`/lines/${props.line.id}`)));
      wrong.value = undefined;
    }
    /** @param {Suggestion} one */
    const rest = ({ shares }) => props.line.amount - shares.reduce((sum, share) => sum + share.amount, 0);
    /** @param {Suggestion['shares']} shares */
    const numbers = (shares) =>
      shares.map((share) => `${share.numberText} ${money(share.amount)}`).join(', ');
    const [VCard, VBtn, VTextField, VChip] = [
      resolveComponent('VCard'),
      resolveComponent('VBtn'),
      resolveComponent('VTextField'),
      resolveComponent('VChip'),
    ];
    /** @param {number} id @param {string} text */
    const customer = (id, text) => h(RouterLink, { to: `/customers/${id}` }, () => text);

    /** @param {Suggestion} one */
    const suggestion = (one) =>
      h('li', { key: `${one.customerId} ${numbers(one.shares)}`, class: 'bank-statement-suggestion' }, [
        h('div', [
          h('div', [customer(one.customerId, `${one.customerName} (${one.customerCode})`)]),
          one.shares.length === 0 ? null : h('div', numbers(one.shares)),
          rest(one) > 0 ? h('div', t('p.bank-statement.credit', { amount: money(rest(one)) })) : null,
          h('div', { class: 'muted' }, locale.value === 'en' ? one.reason.en : one.reason.it),
        ]),
        props.canBook &&
          h(
            VBtn,
            {
              size: 'small',
              color: 'primary',
              loading: busy.value,
              'aria-label': t('p.bank-statement.acceptOn', {
                amount: money(props.line.amount),
                customer: one.customerName,
                documents: numbers(one.shares),
              }),
              onClick: () => book([{ ...one, amount: props.line.amount }], one.rule),
            },
            () => t('p.bank-statement.accept'),
          ),
      ]);

    const openPart = () => [
      props.line.suggestions.length === 0
        ? h('p', { class: 'muted' }, t('p.bank-statement.noSuggestion'))
        : h('ul', { class: 'bank-statement-list' }, props.line.suggestions.map(suggestion)),
      props.canBook &&
        h('div', { class: 'bank-statement-actions' }, [
          h(
            VBtn,
            {
              size: 'small',
              'aria-expanded': panel.value === 'search',
              'aria-label': t('p.bank-statement.otherOn', { line: name.value }),
              onClick: () => void (panel.value = panel.value === 'search' ? undefined : 'search'),
            },
            () => t('p.bank-statement.other'),
          ),
          h(
            VBtn,
            {
              size: 'small',
              'aria-expanded': panel.value === 'aside',
              'aria-label': t('p.bank-statement.asideOn', { line: name.value }),
              onClick: () => void (panel.value = panel.value === 'aside' ? undefined : 'aside'),
            },
            () => t('p.bank-statement.aside'),
          ),
        ]),
      panel.value === 'search' ? h(SearchPanel, { line: props.line, busy: busy.value, onBook: book }) : null,
      panel.value === 'aside'
        ? h(
            'form',
            {
              class: 'bank-statement-row',
              /** @param {{ preventDefault(): void }} event */
              onSubmit: (event) => {
                event.preventDefault();
                if (reason.value.trim() !== '') void change('aside', { reason: reason.value });
              },
            },
            [
              h(VTextField, {
                modelValue: reason.value,
                'onUpdate:modelValue': (/** @type {string} */ text) => void (reason.value = text),
                label: t('p.bank-statement.reason'),
                maxlength: 300,
                autofocus: true,
              }),
              h(VBtn, { type: 'submit', loading: busy.value, disabled: reason.value.trim() === '' }, () =>
                t('p.bank-statement.aside'),
              ),
            ],
          )
        : null,
    ];
    const donePart = () => [
      h(
        'ul',
        { class: 'bank-statement-list' },
        props.line.bookings.map((one) =>
          h('li', { key: one.customerId }, [
            customer(one.customerId, `${one.customerName} (${one.customerCode})`),
            ` ${money(one.amount)}`,
            one.documents.length === 0 ? null : h('span', { class: 'muted' }, ` · ${numbers(one.documents)}`),
          ]),
        ),
      ),
      h('div', { class: 'bank-statement-actions' }, [
        h('span', { class: 'muted' }, done()),
        props.canBook &&
          h(
            VBtn,
            {
              size: 'small',
              loading: busy.value,
              'aria-label': t('p.bank-statement.undoOn', { line: name.value }),
              onClick: () => change('undo', {}),
            },
            () => t('p.bank-statement.undo'),
          ),
      ]),
    ];
    const done = () =>
      props.line.state === 'aside'
        ? t('p.bank-statement.asideBy', { who: props.line.stateBy, reason: props.line.reason ?? '' })
        : props.line.stateBy === 'bank-statement'
          ? t('p.bank-statement.byItself')
          : t('p.bank-statement.byOperator', { who: props.line.stateBy });

    return () => {
      const { line } = props;
      return h(
        VCard,
        {
          border: true,
          class: 'pa-3 bank-statement-line',
          tag: 'article',
          tabindex: -1,
          'aria-label': name.value,
          ref: (/** @type {any} */ one) => void (root.value = one?.$el ?? undefined),
        },
        () => [
          h('div', { class: 'bank-statement-head' }, [
            h('span', date(line.bookedOn)),
            h('strong', line.payerName ?? t('p.bank-statement.unknownPayer')),
            line.state === 'open' ? null : h(VChip, () => t(`p.bank-statement.state.${line.state}`)),
            h('strong', { class: 'num' }, money(line.amount)),
          ]),
          h('p', { class: 'bank-statement-text' }, line.text),
          line.endToEndId === null
            ? null
            : h(
                'p',
                { class: 'muted bank-statement-text' },
                `${t('p.bank-statement.endToEnd')}: ${line.endToEndId}`,
              ),
          line.payerIban === null
            ? null
            : h(
                'p',
                { class: 'muted bank-statement-text' },
                `${t('p.bank-statement.account')}: ${line.payerIban}`,
              ),
          alert(wrong.value),
          wrong.value === undefined
            ? null
            : h(VBtn, { size: 'small', onClick: reload }, () => t('p.bank-statement.reload')),
          line.state === 'open' ? openPart() : line.state === 'out' ? null : donePart(),
        ],
      );
    };
  },
});
