import { computed, reactive, readonly } from 'vue';
import { api, dataOf, whenSessionEnds } from './api.ts';
import { setLanguage, type Language } from './i18n.ts';

type Operator = {
  readonly id: number;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
};
type Me = {
  readonly operator: Operator;
  readonly permissions: readonly string[];
  readonly mustChangePassword: boolean;
};

const state = reactive<{ me: Me | null; isOver: boolean }>({ me: null, isOver: false });

/** Who works here, and what he may do. */
export const session = readonly(state);
export const isLoggedIn = computed(() => state.me !== null);

whenSessionEnds(() => {
  // What was typed stays on the page: a login in front of it lets it go on.
  if (state.me) state.isOver = true;
});

export const can = (permission: string | undefined): boolean =>
  permission === undefined ||
  (state.me?.permissions.some((own) => own === '*' || own === permission) ?? false);

/** That somebody was logged in here: the token itself no script can see. */
const KEPT = 'traliccio.session';

export async function resume(): Promise<boolean> {
  if (localStorage.getItem(KEPT) === null) return false;
  const { data } = await api.GET('/api/session');
  if (data) enter(data);
  return data !== undefined;
}

export async function logIn(email: string, password: string): Promise<void> {
  enter(await dataOf(api.POST('/api/session', { body: { email, password } })));
}

export async function logOut(): Promise<void> {
  await api.DELETE('/api/session');
  state.me = null;
  state.isOver = false;
  localStorage.removeItem(KEPT);
}

export async function changePassword(current: string, password: string): Promise<void> {
  await dataOf(api.POST('/api/session/password', { body: { old: current, new: password } }));
  await resume();
}

function enter(me: Me): void {
  localStorage.setItem(KEPT, 'yes');
  state.me = {
    operator: me.operator,
    permissions: me.permissions,
    mustChangePassword: me.mustChangePassword,
  };
  state.isOver = false;
  setLanguage(me.operator.language);
}
