/** What every page needs at once: the way out and the theme. Small, because it is part of every first view. */
import { openSearchBySlash } from '../islands/search/slash.ts';
import { noteFinished } from './finished.ts';
import { watchIslands } from './late.ts';
import { leaveBy } from './leave.ts';
import { withoutThrowing } from './without-throwing.ts';

const theme = document.querySelector<HTMLSelectElement>('#theme');
const THEME_KEY = 'listen-first/theme';

// The styles know only light and dark; any other value means "follow the system".
const showTheme = (value: string) => {
  document.documentElement.dataset.theme = value;
};

// Storage may be blocked; the theme then lasts for this page.
const stored = withoutThrowing(() => localStorage.getItem(THEME_KEY)) ?? 'auto';
showTheme(stored);
if (theme) {
  theme.hidden = false;
  theme.value = stored;
  theme.addEventListener('change', () => {
    showTheme(theme.value);
    withoutThrowing(() => localStorage.setItem(THEME_KEY, theme.value));
  });
}

const exit = document.querySelector<HTMLAnchorElement>('#exit');
if (exit) leaveBy(exit, document.querySelector('#exit-said'));

openSearchBySlash();
noteFinished();
watchIslands();

// Long after the first view, and built apart (integrations/offline.ts), so that it weighs nothing here. The base ends in
// a slash (trailingSlash in astro.config.mjs).
const keepOffline = () =>
  import(/* @vite-ignore */ `${import.meta.env.BASE_URL}offline.js`).catch(() => undefined);
if (import.meta.env.PROD && location.protocol.startsWith('http'))
  addEventListener('load', () => (window.requestIdleCallback ?? setTimeout)(() => void keepOffline()));
