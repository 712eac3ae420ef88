// @ts-check
import { usePluginApi } from '@traliccio/sdk/ui';
import { defineComponent, h, ref, resolveComponent, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { date, megabytes, moment } from './format.js';

/**
 * @typedef {{ id: string, from: string, to: string, address: string, attempt: number, state: string,
 *   way: string | null, reason: string | null, size: number | null, linkUntil: number | null, askedBy: string,
 *   createdAt: number, downloads: number, lastDownload: number | null }} Sending
 */

/** What was sent to whom, and what became of it. */
export const History = defineComponent({
  props: { changes: { type: Number, required: true } },
  setup(props) {
    const { t, locale } = useI18n();
    const { get, send } = usePluginApi('accountant');
    const items = ref(/** @type {Sending[] | undefined} */ (undefined));
    const busy = ref('');
    watch(() => props.changes, load, { immediate: true });

    async function load() {
      items.value = /** @type {{ items: Sending[] }} */ (await get('/sendings')).items;
    }
    /** @param {string} id */
    async function again(id) {
      busy.value = id;
      try {
        items.value = /** @type {{ items: Sending[] }} */ (await send('POST', `/sendings/${id}/again`)).items;
      } finally {
        busy.value = '';
      }
    }

    const [VCard, VCardText] = [resolveComponent('VCard'), resolveComponent('VCardText')];
    const [VBtn, VSkeletonLoader] = [resolveComponent('VBtn'), resolveComponent('VSkeletonLoader')];
    /** @param {Sending} one */
    const facts = (one) =>
      [
        t(`p.accountant.states.${one.state}`),
        one.way === null || one.state !== 'sent' ? '' : t(`p.accountant.ways.${one.way}`),
        one.size === null ? '' : megabytes(one.size, locale.value),
        one.attempt > 1 ? t('p.accountant.attempt', { n: one.attempt }) : '',
        t('p.accountant.askedBy', { who: one.askedBy, at: moment(one.createdAt, locale.value) }),
        one.linkUntil === null
          ? ''
          : t('p.accountant.linkUntil', { at: moment(one.linkUntil, locale.value) }),
        one.linkUntil === null
          ? ''
          : t(
              'p.accountant.downloads',
              { count: one.downloads, at: moment(one.lastDownload ?? 0, locale.value) },
              one.downloads,
            ),
      ]
        .filter((text) => text !== '')
        .join(' · ');
    /** @param {Sending} one */
    const button = (one) => {
      const period = { from: date(one.from), to: date(one.to), address: one.address };
      const action = t(one.state === 'open' ? 'p.accountant.retry' : 'p.accountant.again');
      return h(
        VBtn,
        {
          size: 'small',
          variant: 'text',
          'aria-label': t('p.accountant.againTo', { action, ...period }),
          loading: busy.value === one.id,
          disabled: busy.value !== '' || one.state === 'sending',
          onClick: () => void again(one.id),
        },
        () => action,
      );
    };
    return () =>
      h(VCard, { border: true }, () =>
        h(VCardText, () => [
          h('h2', { class: 'text-subtitle-1' }, t('p.accountant.history')),
          !items.value
            ? h(VSkeletonLoader, { type: 'paragraph' })
            : items.value.length === 0
              ? h('p', { class: 'muted' }, t('p.accountant.historyNone'))
              : h(
                  'ul',
                  { class: 'accountant-history' },
                  items.value.map((one) =>
                    h('li', { key: one.id }, [
                      h('strong', t('p.accountant.period', { from: date(one.from), to: date(one.to) })),
                      ' ',
                      t('p.accountant.toWhom', { address: one.address }),
                      h('p', { class: one.state === 'refused' ? 'text-error' : 'muted' }, facts(one)),
                      one.reason === null || one.state === 'sent' ? null : h('p', one.reason),
                      button(one),
                    ]),
                  ),
                ),
        ]),
      );
  },
});
