import { createI18n, useI18n, type Composer } from 'vue-i18n';
import en from '../i18n/en.json';
import it from '../i18n/it.json';

export type Language = 'it' | 'en';
/** Of a page or a component, in both languages. */
export type Messages = Readonly<Record<Language, object>>;

const KEPT = 'traliccio.language';

/** What is used of the texts that all pages share. Its own type follows every key, and is too deep for the compiler. */
type Texts = {
  readonly locale: { value: string };
  t(key: string, named?: Readonly<Record<string, unknown>>): string;
  te(key: string): boolean;
};

export const i18n = createI18n({
  legacy: false,
  locale: (localStorage.getItem(KEPT) as Language | null) ?? 'it',
  fallbackLocale: 'it',
  messages: { it, en } as Record<Language, never>,
  missingWarn: false,
  fallbackWarn: false,
});

export const texts = i18n.global as unknown as Texts;

export function setLanguage(language: Language): void {
  texts.locale.value = language;
  document.documentElement.lang = language;
  localStorage.setItem(KEPT, language);
}

export const language = (): Language => texts.locale.value as Language;

/** The texts of a page, and behind them those that all pages share. */
export const useMessages = (messages: Messages): Composer =>
  useI18n({
    useScope: 'local',
    inheritLocale: true,
    messages: messages as never,
    missingWarn: false,
    fallbackWarn: false,
  });
