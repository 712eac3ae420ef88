import type { Directive } from 'vue';

/**
 * `v-first`: the field that is typed in first has the focus as soon as it is there. Vuetify's `autofocus` comes when
 * the field is seen, by which time somebody may be typing in the next one.
 */
export const focusFirst: Directive<HTMLElement, boolean | undefined> = {
  mounted(element, { value = true }) {
    if (value) element.querySelector<HTMLElement>('input, textarea')?.focus();
  },
};
