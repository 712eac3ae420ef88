// @ts-check
import { usePluginApi } from '@traliccio/sdk/ui';
import { defineComponent, h, ref, resolveComponent } from 'vue';
import { useI18n } from 'vue-i18n';
import { asked, isUsable } from './filter.js';
import { date } from './format.js';

/**
 * @typedef {import('./filter.js').Filter} Filter
 * @typedef {import('./filter.js').Plan} Plan
 */

/** The package, to be downloaded or sent. */
export const SendForm = defineComponent({
  props: {
    filter: { type: /** @type {import('vue').PropType<Filter>} */ (Object), required: true },
    plan: { type: /** @type {import('vue').PropType<Plan>} */ (Object), required: true },
  },
  emits: { sent: () => true },
  setup(props, { emit }) {
    const { t } = useI18n();
    const { send } = usePluginApi('accountant');
    const addresses = ref(props.plan.addresses.join(', '));
    const isBusy = ref(false);
    const told = ref('');
    const isWrong = ref(false);

    async function submit() {
      const list = addresses.value
        .split(/[,;\s]+/)
        .map((one) => one.trim())
        .filter((one) => one !== '');
      isWrong.value = list.length === 0;
      if (isWrong.value) return;
      isBusy.value = true;
      told.value = t('p.accountant.sending');
      try {
        await send('POST', '/sendings', { body: { ...asked(props.filter), addresses: list } });
        told.value = t('p.accountant.done');
      } catch (error) {
        told.value = '';
        throw error;
      } finally {
        isBusy.value = false;
        emit('sent');
      }
    }

    const href = () => {
      const query = new URLSearchParams();
      for (const [name, value] of Object.entries(asked(props.filter))) query.set(name, String(value));
      return `/api/plugins/accountant/package?${query.toString()}`;
    };
    const limit = () =>
      t(props.plan.canLink ? 'p.accountant.limit' : 'p.accountant.limitNoLink', {
        limit: props.plan.maxMegabytes,
      });
    const next = () => {
      const { next: due, addresses: to } = props.plan;
      return due
        ? t('p.accountant.next', {
            on: date(due.on),
            from: date(due.from),
            to: date(due.to),
            addresses: to.join(', '),
          })
        : t('p.accountant.nextNone');
    };
    const [VCard, VCardText] = [resolveComponent('VCard'), resolveComponent('VCardText')];
    const [VBtn, VTextField] = [resolveComponent('VBtn'), resolveComponent('VTextField')];
    return () => {
      const isReady = isUsable(props.filter);
      return h(VCard, { border: true }, () =>
        h(VCardText, () => [
          h('h2', { class: 'text-subtitle-1' }, t('p.accountant.send')),
          h('p', { class: 'muted' }, limit()),
          h('p', { class: 'muted mb-3' }, next()),
          h(VBtn, { href: href(), download: '', disabled: !isReady, color: 'primary', class: 'mb-3' }, () =>
            t('p.accountant.download'),
          ),
          h(
            'form',
            {
              onSubmit: (/** @type {{ preventDefault(): void }} */ event) => {
                event.preventDefault();
                void submit();
              },
            },
            [
              h(VTextField, {
                modelValue: addresses.value,
                'onUpdate:modelValue': (/** @type {string} */ value) => {
                  addresses.value = value;
                  isWrong.value = false;
                },
                label: t('p.accountant.addresses'),
                errorMessages: isWrong.value ? t('p.accountant.addressesNone') : [],
              }),
              h('div', { class: 'accountant-actions' }, [
                h(
                  VBtn,
                  {
                    type: 'submit',
                    loading: isBusy.value,
                    disabled: isBusy.value || !isReady || !props.plan.canMail,
                  },
                  () => t('p.accountant.doSend'),
                ),
                h('span', { role: 'status' }, props.plan.canMail ? told.value : t('p.accountant.noMail')),
              ]),
            ],
          ),
        ]),
      );
    };
  },
});
