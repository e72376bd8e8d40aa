/** What every page needs at once: the way out and the theme. Small, because it is part of every first view. */
import { openSearchBySlash } from '../islands/search/slash.ts';
import { noteFinished } from './finished.ts';
import { leaveBy } from './leave.ts';

const theme = document.querySelector<HTMLSelectElement>('#theme');
const THEME_KEY = 'listen-first/theme';

function showTheme(value: string): void {
  if (value === 'light' || value === 'dark') document.documentElement.dataset.theme = value;
  else delete document.documentElement.dataset.theme;
}

/** Storage may be blocked; the theme then lasts for this page. */
function stored(): string {
  try {
    return localStorage.getItem(THEME_KEY) ?? 'auto';
  } catch {
    return 'auto';
  }
}

showTheme(stored());
if (theme) {
  theme.hidden = false;
  theme.value = stored();
  theme.addEventListener('change', () => {
    showTheme(theme.value);
    try {
      localStorage.setItem(THEME_KEY, theme.value);
    } catch {
      // Blocked storage: the choice holds for this page.
    }
  });
}

const exit = document.querySelector<HTMLAnchorElement>('#exit');
if (exit) leaveBy(exit, document.querySelector('#exit-said'));

openSearchBySlash();
noteFinished();

// Long after the first view, and built apart (integrations/offline.ts), so that it weighs nothing here.
const keepOffline = () =>
  import(/* @vite-ignore */ `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}offline.js`).catch(
    () => undefined,
  );
const whenIdle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 2_000));
if (import.meta.env.PROD && location.protocol.startsWith('http'))
  addEventListener('load', () => whenIdle(() => void keepOffline()), { once: true });
