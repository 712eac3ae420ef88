import { computed, nextTick, ref } from 'vue';
import { useForm } from '../../app/form.ts';
import { useMessages } from '../../app/i18n.ts';
import type { Customer } from './customer.ts';
import type { CustomerForm } from './customer-form.ts';
import { faultsOf, missingOf } from './form-checks.ts';
import { formMessages } from './form-messages.ts';

/** Sends what is typed; `show` puts what it has been merged with into the form. */
export type Send = (values: CustomerForm, show: (merged: CustomerForm) => void) => Promise<Customer>;

/** The form of a customer: checked as it is typed, but nobody is told that what he is still typing is too short. */
export function useCustomerForm(options: { readonly initial: CustomerForm; readonly send: Send }) {
  const { t } = useMessages(formMessages);
  const focused = ref<string>();
  const wasSent = ref(false);
  const form = useForm<CustomerForm, Customer>({
    initial: options.initial,
    send: (values) => options.send(values, (merged) => Object.assign(form.values, merged)),
    check: (values) => {
      const faults = { ...faultsOf(values), ...(wasSent.value ? missingOf(values) : {}) };
      return Object.fromEntries(
        Object.entries(faults)
          .filter(([field, fault]) => fault && !(fault === 'short' && field === focused.value))
          .map(([field, fault]) => [field, t(`fault.${fault}`)]),
      );
    },
  });
  const isWrong = computed(() =>
    Object.values({ ...faultsOf(form.values), ...missingOf(form.values) }).some(Boolean),
  );

  async function submit(root: HTMLElement): Promise<Customer | undefined> {
    wasSent.value = true;
    focused.value = undefined;
    const result = isWrong.value ? undefined : await form.submit();
    if (result) return result;
    await nextTick();
    root.querySelector<HTMLElement>('.v-input--error :is(input, textarea)')?.focus();
    return undefined;
  }

  return { ...form, focused, submit };
}
export type CustomerFormState = ReturnType<typeof useCustomerForm>;
