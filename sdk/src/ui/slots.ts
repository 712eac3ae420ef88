import type { UiComponent } from './pages.ts';

/** Where a plugin can put a part of its own, and the props that its component gets there. */
export type SlotProps = {
  /** A tab of a customer's page. */
  'customer.tab': { readonly customerId: number };
  /** A tab of a contract's page. */
  'contract.tab': { readonly contractId: number };
  /** Beside what can be done with a document. */
  'document.action': { readonly documentId: number };
  /** A tile of the dashboard. */
  'dashboard.tile': object;
  /** A part of the page of what is billed next; `date` is the day that is billed, as `2026-11-24`. */
  'tonight.part': { readonly date: string };
  /** A part of the page on which a month is closed; `from` and `to` are its first and last day. */
  'month-end.part': { readonly from: string; readonly to: string };
};
export type SlotName = keyof SlotProps;

/** All places that there are. */
export const SLOT_NAMES: readonly SlotName[] = [
  'customer.tab',
  'contract.tab',
  'document.action',
  'dashboard.tile',
  'tonight.part',
  'month-end.part',
];

/** A part of a plugin in a place of the product's pages. */
export type SlotPart = {
  readonly name: SlotName;
  /** Key of its heading, or its tab's text, among the plugin's messages. */
  readonly title: string;
  /** Without this permission nobody sees it. */
  readonly permission?: string | undefined;
  readonly component: UiComponent;
};

/** The props of a component, however it is written. */
type PropsOf<C> = C extends new (...args: never) => { $props: infer P }
  ? P
  : C extends (props: infer P, ...rest: never) => unknown
    ? P
    : C extends { setup(props: infer P, ...rest: never): unknown }
      ? P
      : object;

/**
 * Puts a component into a place; it does not compile when the component asks for props that the place does not give.
 * @example slot('customer.tab', { title: 'tab', permission: 'documents.read', component: CustomerTab })
 */
export const slot = <N extends SlotName, C extends UiComponent>(
  name: N,
  part: Omit<SlotPart, 'name' | 'component'> & {
    readonly component: SlotProps[N] extends PropsOf<C> ? C : never;
  },
): SlotPart => ({ ...part, name });
