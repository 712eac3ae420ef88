import { computed, reactive, ref, toRaw } from 'vue';
import { explain, findingsOf } from './problem.ts';

/**
 * A form: what is typed, what the server finds wrong with it and where, and whether it is being sent. `check` says
 * what can be told without the server, as it is typed.
 */
export function useForm<T extends object, R>(options: {
  readonly initial: T;
  readonly send: (values: T) => Promise<R>;
  readonly check?: (values: T) => Readonly<Record<string, string | undefined>>;
}) {
  const values = reactive(structuredClone(toRaw(options.initial))) as T;
  const found = ref<Record<string, string>>({});
  const failure = ref<string>();
  const isBusy = ref(false);
  const start = ref(JSON.stringify(options.initial));
  const typed = computed(() => options.check?.(values) ?? {});
  const isDirty = computed(() => JSON.stringify(values) !== start.value);

  /** Of a field, as Vuetify's `error-messages` takes them. */
  const errorsOf = (field: string): string[] =>
    [found.value[field] ?? typed.value[field]].filter((one): one is string => one !== undefined);

  async function submit(): Promise<R | undefined> {
    if (isBusy.value) return undefined;
    found.value = {};
    failure.value = undefined;
    isBusy.value = true;
    try {
      const result = await options.send(structuredClone(toRaw(values)));
      start.value = JSON.stringify(values);
      return result;
    } catch (error) {
      const findings = findingsOf(error);
      found.value = Object.fromEntries(findings.map(({ field, message }) => [field, message]));
      failure.value = explain(error);
      return undefined;
    } finally {
      isBusy.value = false;
    }
  }

  /** What the server said of a field holds until it is changed. */
  const touched = (field: string): void => {
    delete found.value[field];
  };

  function reset(next: T): void {
    Object.assign(values, structuredClone(toRaw(next)));
    start.value = JSON.stringify(next);
    found.value = {};
    failure.value = undefined;
  }

  return { values, errorsOf, failure, isBusy, isDirty, submit, touched, reset };
}
