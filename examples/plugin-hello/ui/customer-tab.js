// @ts-check
import { usePluginApi } from '@traliccio/sdk/ui';
import { defineComponent, h, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';

/** How many documents a customer was issued. What a component gets where it stands is in `SlotProps` of the SDK. */
export const CustomerTab = defineComponent({
  props: { customerId: { type: Number, required: true } },
  setup(props) {
    const { t } = useI18n();
    const { get } = usePluginApi('hello');
    const documents = ref(/** @type {number | undefined} */ (undefined));

    async function load() {
      ({ documents: documents.value } = await get(`/customers/${props.customerId}`));
    }
    watch(() => props.customerId, load, { immediate: true });

    return () => h('p', documents.value === undefined ? '…' : t('p.hello.issued', documents.value));
  },
});
