import 'vuetify/styles';
import { createVuetify, type ThemeDefinition } from 'vuetify';
import { aliases, mdi } from 'vuetify/iconsets/mdi-svg';
import { en, it } from 'vuetify/locale';
import { language } from './i18n.ts';

const KEPT = 'traliccio.theme';

/** Labels and hints that are meant to be read. */
const variables = { 'medium-emphasis-opacity': 0.85, 'disabled-opacity': 0.6 };

const light: ThemeDefinition = {
  dark: false,
  variables,
  colors: {
    background: '#f5f7f8',
    surface: '#ffffff',
    primary: '#14626b',
    secondary: '#4d5f66',
    error: '#b3261e',
    warning: '#8a5200',
    success: '#1d6b3a',
    info: '#1a5fa8',
  },
};
const dark: ThemeDefinition = {
  dark: true,
  variables,
  colors: {
    background: '#12181b',
    surface: '#1b2327',
    primary: '#7fd0d9',
    secondary: '#a9bcc3',
    error: '#ffb4ab',
    warning: '#ffcf8b',
    success: '#8fd9a8',
    info: '#a3c9ff',
  },
};

const kept = localStorage.getItem(KEPT);
const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;

export const vuetify = createVuetify({
  theme: { defaultTheme: kept ?? (prefersDark ? 'dark' : 'light'), themes: { light, dark } },
  icons: { defaultSet: 'mdi', aliases, sets: { mdi } },
  locale: { locale: language(), fallback: 'it', messages: { it, en } },
  display: { mobileBreakpoint: 'md' },
  defaults: {
    VTextField: { density: 'compact', variant: 'outlined', hideDetails: 'auto' },
    VTextarea: { density: 'compact', variant: 'outlined', hideDetails: 'auto' },
    VSelect: { density: 'compact', variant: 'outlined', hideDetails: 'auto' },
    VAutocomplete: { density: 'compact', variant: 'outlined', hideDetails: 'auto' },
    VCheckbox: { density: 'compact', hideDetails: 'auto' },
    VSwitch: { density: 'compact', hideDetails: 'auto', color: 'primary' },
    VBtn: { variant: 'tonal', class: 'text-none' },
    VCard: { variant: 'flat' },
    VTable: { density: 'compact' },
    VChip: { size: 'small', variant: 'tonal' },
  },
});

export function keepTheme(name: string): void {
  localStorage.setItem(KEPT, name);
}
