/** Text in both languages of the product. */
export type UiText = { readonly it: string; readonly en: string };
